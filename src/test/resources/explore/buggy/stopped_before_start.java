// Main says stop before the worker has begun, and the worker begins by clearing the signal.

boolean stop;

void main() throws InterruptedException {
  Thread worker = Thread.ofPlatform().start(this::work);
  Thread.sleep(20); // the worker works by then, or so we think
  set(true);
  worker.join();
  IO.println("all done");
}

void work() {
  set(false);
  awaitStop();
}

synchronized void set(boolean value) {
  stop = value;
  notifyAll();
}

synchronized void awaitStop() {
  while (!stop) {
    try {
      wait();
    } catch (InterruptedException e) {
      return;
    }
  }
}
