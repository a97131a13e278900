// One event wakes all who wait for it, and stays set: who comes later does not wait.
// A CountDownLatch of 1 is such an event, for one use.
// Run it: java scripts/04-synchronization/event.java

final CountDownLatch event = new CountDownLatch(1);

void main() throws InterruptedException {
  var waiters =
      IntStream.rangeClosed(1, 3)
          .mapToObj(n -> Thread.ofPlatform().name("waiter " + n).start(this::waiter))
          .toList();

  boolean happened = event.await(500, TimeUnit.MILLISECONDS);
  IO.println("main waited up to 0.5 s: it " + (happened ? "happened" : "did not happen"));
  Thread.sleep(500);
  IO.println("main sets the event");
  event.countDown();
  for (Thread waiter : waiters) {
    waiter.join();
  }

  event.await(); // returns at once
  IO.println("main comes late and does not wait");
}

void waiter() {
  String name = Thread.currentThread().getName();
  IO.println(name + " waits");
  try {
    event.await();
  } catch (InterruptedException e) {
    return; // an interrupt asks a thread to end; nobody sends one here
  }
  IO.println(name + " goes on");
}
