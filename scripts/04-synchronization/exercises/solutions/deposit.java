// Four people pay 10 into one account at the same time.

final Lock lock = new ReentrantLock();
int balance;

void main() throws InterruptedException {
  var threads = Stream.generate(() -> Thread.ofPlatform().unstarted(this::pay)).limit(4).toList();
  for (Thread thread : threads) {
    thread.start();
  }
  for (Thread thread : threads) {
    thread.join();
  }
  IO.println("balance = " + balance);
}

void pay() {
  lock.lock();
  try {
    int before = balance;
    Thread.sleep(200); // the bank is thinking
    balance = before + 10;
  } catch (InterruptedException e) {
    return; // an interrupt asks a thread to end; nobody sends one here
  } finally {
    lock.unlock();
  }
}
