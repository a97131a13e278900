// A ticket is drawn under the lock.

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
  await(draw());
  goOut();
}

synchronized int draw() {
  return nextTicket++;
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
