// One release too many: a Semaphore grows by a seat, a bounded one refuses.
// Java has no bounded semaphore; the check takes a few lines.
// Run it: java scripts/04-synchronization/bounded_semaphore.java

class BoundedSemaphore extends Semaphore {
  private final int bound;

  BoundedSemaphore(int bound) {
    super(bound);
    this.bound = bound;
  }

  @Override
  public synchronized void release() { // one at a time, so that none slips in after the check
    if (availablePermits() >= bound) {
      throw new IllegalStateException("released more often than acquired");
    }
    super.release();
  }
}

void main() throws InterruptedException {
  releaseTooOften("Semaphore", new Semaphore(2));
  releaseTooOften("BoundedSemaphore", new BoundedSemaphore(2));
}

void releaseTooOften(String name, Semaphore semaphore) throws InterruptedException {
  semaphore.acquire();
  semaphore.release();
  try {
    semaphore.release(); // never acquired
    IO.println(name + " lets one release too many pass");
  } catch (IllegalStateException e) {
    IO.println(name + " calls one release too many an error");
  }
  IO.println(name + " had 2 seats and has " + semaphore.availablePermits());
}
