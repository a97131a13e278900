// A quick thread comes to the second round before the slow one has left the first: one waits for
// ever.

int arrived;
int left;

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(this::play);
  Thread second = Thread.ofPlatform().start(this::play);
  first.join();
  second.join();
  IO.println("all done");
}

void play() {
  try {
    barrier();
    Thread.sleep(20); // the first round; by then all have left the barrier, or so we think
    barrier();
  } catch (InterruptedException e) {
    IO.println("interrupted");
  }
}

synchronized void barrier() throws InterruptedException {
  arrived++;
  notifyAll();
  while (arrived < 2) {
    wait();
  }
  left++;
  if (left == 2) {
    arrived = 0;
    left = 0;
  }
}
