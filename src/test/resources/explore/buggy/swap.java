// Two swaps at the same time count as one, or leave the same value on both sides.

int left = 1;
int right = 2;

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(this::swap);
  Thread second = Thread.ofPlatform().start(this::swap);
  first.join();
  second.join();
  IO.println("sides: " + left + " " + right);
}

void swap() {
  int old = left;
  left = right;
  right = old;
}
