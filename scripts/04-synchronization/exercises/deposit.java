// Four people pay 10 into one account at the same time.

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
  int before = balance;
  try {
    Thread.sleep(200); // the bank is thinking
  } catch (InterruptedException e) {
    return; // an interrupt asks a thread to end; nobody sends one here
  }
  balance = before + 10;
}
