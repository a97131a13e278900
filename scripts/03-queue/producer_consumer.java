// A writer and a reader share a BlockingQueue, which does all the locking for them.
// Run it: java scripts/03-queue/producer_consumer.java

interface Task {
  void run() throws InterruptedException;
}

final BlockingQueue<String> queue = new ArrayBlockingQueue<>(32);

void main() throws InterruptedException {
  int loops = random(2, 5);
  Thread writer = start("writer", () -> writer(loops));
  Thread reader = start("reader", () -> reader(loops));
  writer.join();
  reader.join();
  IO.println("all DONE");
}

void writer(int loops) throws InterruptedException {
  for (int i = 0; i < loops; i++) {
    IO.println("producing object for Q...");
    queue.put("xxx"); // waits while the queue is full
    IO.println("size now " + queue.size());
    Thread.sleep(Duration.ofSeconds(random(1, 3)));
  }
}

void reader(int loops) throws InterruptedException {
  for (int i = 0; i < loops; i++) {
    queue.take(); // waits while the queue is empty
    IO.println("consumed object from Q...");
    IO.println("size now " + queue.size());
    Thread.sleep(Duration.ofSeconds(random(2, 5)));
  }
}

Thread start(String name, Task task) {
  return Thread.ofPlatform()
      .name(name)
      .start(
          () -> {
            IO.println("starting %s at: %s".formatted(name, ctime()));
            try {
              task.run();
            } catch (InterruptedException e) {
              return; // an interrupt asks a thread to end; nobody sends one here
            }
            IO.println("%s finished at: %s".formatted(name, ctime()));
          });
}

int random(int least, int most) {
  return ThreadLocalRandom.current().nextInt(least, most + 1);
}

String ctime() {
  return LocalDateTime.now()
      .format(DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH));
}
