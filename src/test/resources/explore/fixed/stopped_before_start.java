// Main clears the signal before the worker starts.

boolean stop;

void main() throws InterruptedException {
  set(false);
  Thread worker = Thread.ofPlatform().start(this::work);
  set(true);
  worker.join();
  IO.println("all done");
}

void work() {
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
