// thread consumer: wait 0.3
// thread producer: sleep 0.6
// thread main: join 0.6
final BlockingQueue<String> box = new LinkedBlockingQueue<>();

interface Task {
  void run() throws Exception;
}

void main() throws Exception {
  Thread consumer = start("consumer", () -> IO.println("got " + box.take() + " " + box.take()));
  Thread producer =
      start(
          "producer",
          () -> {
            for (String item : List.of("a", "b")) {
              Thread.sleep(300);
              box.put(item);
            }
          });
  producer.join();
  consumer.join();
}

Thread start(String name, Task task) {
  return Thread.ofPlatform()
      .name(name)
      .start(
          () -> {
            try {
              task.run();
            } catch (Exception e) {
              throw new IllegalStateException(e);
            }
          });
}
