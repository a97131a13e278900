// The lock makes reading and writing one step.

int visits;

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(this::visit);
  Thread second = Thread.ofPlatform().start(this::visit);
  first.join();
  second.join();
  IO.println("visits: " + visits);
}

synchronized void visit() {
  visits = oneMore(visits);
}

int oneMore(int number) {
  return number + 1;
}
