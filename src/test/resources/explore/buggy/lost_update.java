// Both visitors read the counter before either writes it: one visit is lost.

int visits;

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(this::visit);
  Thread second = Thread.ofPlatform().start(this::visit);
  first.join();
  second.join();
  IO.println("visits: " + visits);
}

void visit() {
  visits = oneMore(visits);
}

int oneMore(int number) {
  return number + 1;
}
