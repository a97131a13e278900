// One lock guards both bounds.

int low = 0;
int high = 10;

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(() -> setLow(6));
  Thread second = Thread.ofPlatform().start(() -> setHigh(4));
  first.join();
  second.join();
  IO.println("low is not above high: " + (low <= high ? "yes" : "no"));
}

synchronized void setLow(int number) {
  if (number <= high) {
    low = number;
  }
}

synchronized void setHigh(int number) {
  if (number >= low) {
    high = number;
  }
}
