// One call takes a job, or says that there is none.

final Deque<String> jobs = new ConcurrentLinkedDeque<>(List.of("paint"));

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(this::work);
  Thread second = Thread.ofPlatform().start(this::work);
  first.join();
  second.join();
  IO.println("jobs left: " + jobs.size());
}

void work() {
  jobs.pollFirst();
}
