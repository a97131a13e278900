// Each of three threads holds a lock and waits for the next one.

final Lock[] locks = {new ReentrantLock(), new ReentrantLock(), new ReentrantLock()};

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(() -> work(0, 1));
  Thread second = Thread.ofPlatform().start(() -> work(1, 2));
  Thread third = Thread.ofPlatform().start(() -> work(2, 0));
  first.join();
  second.join();
  third.join();
  IO.println("all done");
}

void work(int one, int other) {
  locks[one].lock();
  locks[other].lock();
  locks[other].unlock();
  locks[one].unlock();
}
