// One thread asks again and again whether the other one is ready.

volatile boolean ready;
int asked;

void main() {
  Thread.ofPlatform().start(this::prepare);
  while (!ready) {
    asked++;
    Thread.onSpinWait();
  }
  IO.println("served");
  IO.println(asked > 1 ? "asked again and again" : "asked once at most");
}

void prepare() {
  try {
    Thread.sleep(Duration.ofSeconds(3));
  } catch (InterruptedException e) {
    return; // an interrupt asks a thread to end; nobody sends one here
  }
  IO.println("prepared");
  ready = true;
}
