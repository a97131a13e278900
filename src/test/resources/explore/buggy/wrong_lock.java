// Each side holds a lock of its own, so nothing keeps them apart.

int balance = 10;
final Object deposits = new Object();
final Object withdrawals = new Object();

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(this::deposit);
  Thread second = Thread.ofPlatform().start(this::withdraw);
  first.join();
  second.join();
  IO.println("balance: " + balance);
}

void deposit() {
  synchronized (deposits) {
    balance += 5;
  }
}

void withdraw() {
  synchronized (withdrawals) {
    balance -= 5;
  }
}
