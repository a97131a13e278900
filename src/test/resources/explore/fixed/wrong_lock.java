// All who change the balance hold the same lock.

int balance = 10;
final Object changes = new Object();

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(this::deposit);
  Thread second = Thread.ofPlatform().start(this::withdraw);
  first.join();
  second.join();
  IO.println("balance: " + balance);
}

void deposit() {
  synchronized (changes) {
    balance += 5;
  }
}

void withdraw() {
  synchronized (changes) {
    balance -= 5;
  }
}
