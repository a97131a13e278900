// One seat, three buyers. Each looks, then buys.

int seats = 1;

void main() throws InterruptedException {
  var threads = Stream.generate(() -> Thread.ofPlatform().unstarted(this::buy)).limit(3).toList();
  for (Thread thread : threads) {
    thread.start();
  }
  for (Thread thread : threads) {
    thread.join();
  }
  IO.println("seats left: " + seats);
}

void buy() {
  if (seats > 0) {
    pause(); // the customer is looking for a card
    seats--;
    IO.println("sold");
  } else {
    IO.println("sold out");
  }
}

void pause() {
  try {
    Thread.sleep(200);
  } catch (InterruptedException e) {
    Thread.currentThread().interrupt();
  }
}
