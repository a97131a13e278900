// Two patients draw the same ticket and go in together. The doctor then skips a number: its owner
// waits for ever.

int nextTicket;
int served;

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(this::visit);
  Thread second = Thread.ofPlatform().start(this::visit);
  Thread third = Thread.ofPlatform().start(this::visit);
  first.join();
  second.join();
  third.join();
  IO.println("served: " + served);
}

void visit() {
  int mine = nextTicket++;
  await(mine);
  goOut();
}

synchronized void await(int mine) {
  while (served != mine) {
    try {
      wait();
    } catch (InterruptedException e) {
      return;
    }
  }
}

synchronized void goOut() {
  served++;
  notifyAll();
}
