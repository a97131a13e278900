// Each round has a number, and who waits looks at the number only.

int arrived;
int game;

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
    barrier();
  } catch (InterruptedException e) {
    IO.println("interrupted");
  }
}

synchronized void barrier() throws InterruptedException {
  int mine = game;
  arrived++;
  if (arrived == 2) {
    arrived = 0;
    game++;
    notifyAll();
  }
  while (game == mine) {
    wait();
  }
}
