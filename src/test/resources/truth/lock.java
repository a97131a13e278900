// thread holder: sleep 0.6, wait 0
// thread wanter: lock 0.6, wait 0
// thread main: join 0.6
final Object monitor = new Object();
final CountDownLatch held = new CountDownLatch(1);
final CountDownLatch wanted = new CountDownLatch(1);

interface Task {
  void run() throws Exception;
}

void main() throws Exception {
  Thread holder = start("holder", this::hold);
  Thread wanter = start("wanter", this::want);
  holder.join();
  wanter.join();
}

void hold() throws Exception {
  synchronized (monitor) {
    held.countDown();
    wanted.await();
    Thread.sleep(600);
  }
}

void want() throws Exception {
  held.await();
  wanted.countDown();
  synchronized (monitor) {
    IO.println("mine");
  }
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
