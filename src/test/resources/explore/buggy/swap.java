// Two swaps at the same time leave the same value on both sides.

int left = 1;
int right = 2;

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(this::swap);
  Thread second = Thread.ofPlatform().start(this::swap);
  first.join();
  second.join();
  IO.println("sum: " + (left + right));
}

void swap() {
  int old = left;
  left = right;
  right = old;
}
