// The lock of the account with the lower number is taken first.

class Account {
  final int number;
  int balance = 100;

  Account(int number) {
    this.number = number;
  }
}

final Account ann = new Account(1);
final Account bob = new Account(2);

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(() -> transfer(ann, bob, 10));
  Thread second = Thread.ofPlatform().start(() -> transfer(bob, ann, 20));
  first.join();
  second.join();
  IO.println("balances: " + ann.balance + " " + bob.balance);
}

void transfer(Account source, Account target, int amount) {
  Account first = source.number < target.number ? source : target;
  Account second = first == source ? target : source;
  synchronized (first) {
    synchronized (second) {
      source.balance -= amount;
      target.balance += amount;
    }
  }
}
