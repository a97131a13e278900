// Locks are taken in the order of their numbers.

final Lock[] locks = {new ReentrantLock(), new ReentrantLock(), new ReentrantLock()};

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(() -> work(0, 1));
  Thread second = Thread.ofPlatform().start(() -> work(1, 2));
  Thread third = Thread.ofPlatform().start(() -> work(0, 2));
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
