// Each bound is checked against an old value of the other one: the range becomes empty.

int low = 0;
int high = 10;

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(() -> setLow(6));
  Thread second = Thread.ofPlatform().start(() -> setHigh(4));
  first.join();
  second.join();
  IO.println("low is not above high: " + (low <= high ? "yes" : "no"));
}

void setLow(int number) {
  if (number <= high) {
    low = number;
  }
}

void setHigh(int number) {
  if (number >= low) {
    high = number;
  }
}
