// One thread waits until the other one says that it is ready.

final CountDownLatch ready = new CountDownLatch(1);
int asked;

void main() throws InterruptedException {
  Thread.ofPlatform().start(this::prepare);
  asked++;
  ready.await();
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
  ready.countDown();
}
