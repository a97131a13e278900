// The lock is held from the read to the write.

int likes;

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(this::like);
  Thread second = Thread.ofPlatform().start(this::like);
  first.join();
  second.join();
  IO.println("likes: " + likes);
}

synchronized void like() {
  put(get() + 1);
}

synchronized int get() {
  return likes;
}

synchronized void put(int number) {
  likes = number;
}
