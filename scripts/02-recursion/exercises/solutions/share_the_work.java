// Three threads read twelve pages, a third of them each.

final Set<Thread> readers = ConcurrentHashMap.newKeySet();
final LongAdder words = new LongAdder();

void main() throws InterruptedException {
  List<Integer> pages = IntStream.rangeClosed(1, 12).boxed().toList();
  var threads =
      IntStream.range(0, 3)
          .mapToObj(n -> pages.subList(4 * n, 4 * n + 4))
          .map(part -> Thread.ofPlatform().unstarted(() -> read(part)))
          .toList();
  for (Thread thread : threads) {
    thread.start();
  }
  for (Thread thread : threads) {
    thread.join();
  }
  IO.println("words: " + words);
  IO.println("readers: " + readers.size());
}

void read(List<Integer> pages) {
  pages.forEach(page -> words.add(wordsOn(page)));
}

int wordsOn(int page) {
  readers.add(Thread.currentThread());
  try {
    Thread.sleep(100);
  } catch (InterruptedException e) {
    return 0; // an interrupt asks a thread to end; nobody sends one here
  }
  return 10 * page;
}
