// Both threads find enough money before either takes it: the account is overdrawn.

int balance = 100;
final int[] paid = new int[2];

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(() -> withdraw(0, 80));
  Thread second = Thread.ofPlatform().start(() -> withdraw(1, 80));
  first.join();
  second.join();
  IO.println("paid out: " + (paid[0] + paid[1]));
}

void withdraw(int place, int amount) {
  if (balance >= amount) {
    paid[place] = amount;
    balance = balance - amount;
  }
}
