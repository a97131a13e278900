// The lock makes a swap one step.

int left = 1;
int right = 2;

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(this::swap);
  Thread second = Thread.ofPlatform().start(this::swap);
  first.join();
  second.join();
  IO.println("sides: " + left + " " + right);
}

synchronized void swap() {
  int old = left;
  left = right;
  right = old;
}
