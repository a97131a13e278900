// thread short 7: io 0
// thread short 6: io 0
// thread short 5: io 0
// thread short 4: io 0
// thread short 3: io 0
// thread short 2: io 0
// thread short 1: io 0
// thread short 0: io 0
// thread main: join 0, sleep 0.3
void main() throws Exception {
  var threads = new ArrayList<Thread>();
  for (int i = 0; i < 8; i++) {
    int number = i;
    threads.add(Thread.ofPlatform().name("short " + i).start(() -> IO.println("from " + number)));
  }
  for (Thread thread : threads) {
    thread.join();
  }
  Thread.sleep(300);
}
