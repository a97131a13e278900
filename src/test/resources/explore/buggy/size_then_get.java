// Both workers see one job left, and the second one takes from an empty list.

final Deque<String> jobs = new ConcurrentLinkedDeque<>(List.of("paint"));

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(this::work);
  Thread second = Thread.ofPlatform().start(this::work);
  first.join();
  second.join();
  IO.println("jobs left: " + jobs.size());
}

void work() {
  if (!jobs.isEmpty()) {
    jobs.removeFirst();
  }
}
