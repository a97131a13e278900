// The worker stores its result first.

final CountDownLatch done = new CountDownLatch(2);
final int[] found = new int[2];

void main() throws InterruptedException {
  Thread.ofPlatform().start(() -> work(0));
  Thread.ofPlatform().start(() -> work(1));
  done.await();
  IO.println("found: " + (found[0] + found[1]));
}

void work(int place) {
  found[place] = search(place + 1);
  done.countDown();
}

int search(int number) {
  return number * 10;
}
