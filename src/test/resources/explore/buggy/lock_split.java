// Reading is locked and writing is locked, but what another thread writes in between is lost.

int likes;

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(this::like);
  Thread second = Thread.ofPlatform().start(this::like);
  first.join();
  second.join();
  IO.println("likes: " + likes);
}

void like() {
  put(get() + 1);
}

synchronized int get() {
  return likes;
}

synchronized void put(int number) {
  likes = number;
}
