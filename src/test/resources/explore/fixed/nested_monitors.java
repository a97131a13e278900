// The lock of the house is not held while a thread waits at the box.

final Object house = new Object();
final Object box = new Object();
int keys;

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(this::bring);
  Thread second = Thread.ofPlatform().start(this::fetch);
  first.join();
  second.join();
  IO.println("keys: " + keys);
}

void bring() {
  synchronized (house) {
    synchronized (box) {
      keys++;
      box.notify();
    }
  }
}

void fetch() {
  synchronized (box) {
    try {
      while (keys == 0) {
        box.wait();
      }
      keys--;
    } catch (InterruptedException e) {
      IO.println("interrupted");
    }
  }
}
