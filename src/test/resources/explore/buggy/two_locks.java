// Each thread holds one lock and waits for the other one.

final Object pen = new Object();
final Object paper = new Object();

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(this::write);
  Thread second = Thread.ofPlatform().start(this::draw);
  first.join();
  second.join();
  IO.println("all done");
}

void write() {
  synchronized (pen) {
    synchronized (paper) {
      getReady();
    }
  }
}

void draw() {
  synchronized (paper) {
    synchronized (pen) {
      getReady();
    }
  }
}

String getReady() {
  return "ready";
}
