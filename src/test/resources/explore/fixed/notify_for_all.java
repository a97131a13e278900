// All are woken, and each looks whether it can go on.

String slot;

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(() -> put("a"));
  Thread second = Thread.ofPlatform().start(() -> put("b"));
  Thread third = Thread.ofPlatform().start(() -> take());
  Thread fourth = Thread.ofPlatform().start(() -> take());
  first.join();
  second.join();
  third.join();
  fourth.join();
  IO.println("all done");
}

synchronized void put(String item) {
  while (slot != null) {
    pause();
  }
  slot = item;
  notifyAll();
}

synchronized void take() {
  while (slot == null) {
    pause();
  }
  slot = null;
  notifyAll();
}

void pause() {
  try {
    wait();
  } catch (InterruptedException e) {
    throw new IllegalStateException(e);
  }
}
