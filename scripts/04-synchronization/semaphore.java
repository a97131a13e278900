// A semaphore with two seats: of five workers never more than two are inside.
// Run it: java scripts/04-synchronization/semaphore.java

final Semaphore seats = new Semaphore(2);
final AtomicInteger seated = new AtomicInteger();
final AtomicInteger most = new AtomicInteger();

void main() throws InterruptedException {
  var workers =
      IntStream.rangeClosed(1, 5)
          .mapToObj(n -> Thread.ofPlatform().name("worker " + n).start(this::work))
          .toList();
  for (Thread worker : workers) {
    worker.join();
  }
  IO.println("most workers seated at once: " + most);
}

void work() {
  String name = Thread.currentThread().getName();
  seats.acquireUninterruptibly();
  try {
    most.accumulateAndGet(seated.incrementAndGet(), Math::max);
    IO.println(name + " takes a seat");
    Thread.sleep(500);
    IO.println(name + " leaves");
    seated.decrementAndGet();
  } catch (InterruptedException e) {
    return; // an interrupt asks a thread to end; nobody sends one here
  } finally {
    seats.release();
  }
}
