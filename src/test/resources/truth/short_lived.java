// thread short 7: lock 0, io 0
// thread short 6: lock 0, io 0
// thread short 5: lock 0, io 0
// thread short 4: lock 0, io 0
// thread short 3: lock 0, io 0
// thread short 2: lock 0, io 0
// thread short 1: lock 0, io 0
// thread short 0: lock 0, io 0
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
