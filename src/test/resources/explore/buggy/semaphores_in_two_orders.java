// One thread has the printer and waits for the scanner, the other one the other way round.

final Semaphore printer = new Semaphore(1);
final Semaphore scanner = new Semaphore(1);

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(this::copy);
  Thread second = Thread.ofPlatform().start(this::fax);
  first.join();
  second.join();
  IO.println("all done");
}

void copy() {
  printer.acquireUninterruptibly();
  scanner.acquireUninterruptibly();
  scanner.release();
  printer.release();
}

void fax() {
  scanner.acquireUninterruptibly();
  printer.acquireUninterruptibly();
  printer.release();
  scanner.release();
}
