// The one wake-up reaches a thread of the wrong kind, which waits again. The right one is never
// woken.

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
  notify();
}

synchronized void take() {
  while (slot == null) {
    pause();
  }
  slot = null;
  notify();
}

void pause() {
  try {
    wait();
  } catch (InterruptedException e) {
    throw new IllegalStateException(e);
  }
}
