// A lock is checked and taken in one step.

final Lock busy = new ReentrantLock();
String text = "";

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(() -> write(0));
  Thread second = Thread.ofPlatform().start(() -> write(1));
  first.join();
  second.join();
  IO.println("letters: " + text.length());
}

void write(int me) {
  busy.lock();
  try {
    text = text + "ab".charAt(me);
  } finally {
    busy.unlock();
  }
}
