// thread sleeper: sleep 0.6
// thread main: join 0.6
void main() throws Exception {
  Thread sleeper = Thread.ofPlatform().name("sleeper").start(this::nap);
  sleeper.join();
  IO.println("done");
}

void nap() {
  try {
    Thread.sleep(600);
  } catch (InterruptedException e) {
    throw new IllegalStateException(e);
  }
}
