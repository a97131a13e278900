// The worker says that it is done, then stores what it has found: main may look in between.

final CountDownLatch done = new CountDownLatch(2);
final int[] found = new int[2];

void main() throws InterruptedException {
  Thread.ofPlatform().start(() -> work(0));
  Thread.ofPlatform().start(() -> work(1));
  done.await();
  IO.println("found: " + (found[0] + found[1]));
}

void work(int place) {
  done.countDown();
  found[place] = search(place + 1);
}

int search(int number) {
  return number * 10;
}
