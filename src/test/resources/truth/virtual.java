// thread napper: sleep 0.5
// thread taker: wait 0.3
// thread main: join 0.3
final CountDownLatch over = new CountDownLatch(1);

interface Task {
  void run() throws Exception;
}

void main() throws Exception {
  Thread taker = start("taker", over::await);
  Thread napper =
      start(
          "napper",
          () -> {
            Thread.sleep(500);
            over.countDown();
          });
  napper.join();
  taker.join();
  IO.println("done");
}

Thread start(String name, Task task) {
  return Thread.ofVirtual()
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
