// One lock guards both balances.

final int[] balance = {100, 100};

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(() -> transfer(0, 1, 10));
  Thread second = Thread.ofPlatform().start(() -> transfer(1, 0, 20));
  first.join();
  second.join();
  IO.println("total: " + (balance[0] + balance[1]));
}

synchronized void transfer(int source, int target, int amount) {
  balance[source] = balance[source] - amount;
  balance[target] = balance[target] + amount;
}
