// Who is woken looks again.

final Deque<String> buffer = new ArrayDeque<>();
final List<String> taken = new ArrayList<>();

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(this::putTwo);
  Thread second = Thread.ofPlatform().start(this::take);
  Thread third = Thread.ofPlatform().start(this::take);
  first.join();
  second.join();
  third.join();
  IO.println("taken: " + taken.size());
}

void putTwo() {
  put("bread");
  put("milk");
}

synchronized void put(String item) {
  buffer.add(item);
  notifyAll();
}

synchronized void take() {
  try {
    while (buffer.isEmpty()) {
      wait();
    }
    taken.add(buffer.remove());
  } catch (InterruptedException e) {
    IO.println("interrupted");
  }
}
