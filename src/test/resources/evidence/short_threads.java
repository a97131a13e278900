// Threads that end at once, and sleeps that follow each other closely.

void main() throws InterruptedException {
  IO.println(Thread.currentThread().toString().replaceAll("#\\d+", "#"));
  for (int i = 0; i < 5; i++) {
    Thread.ofPlatform().name("short " + i).start(() -> {}).join();
  }
  for (int i = 0; i < 6; i++) {
    Thread.sleep(20);
  }
  Thread.ofPlatform().name("").start(() -> IO.println("nameless")).join();
}
