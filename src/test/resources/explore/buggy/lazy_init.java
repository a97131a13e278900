// Both threads find no service yet, so it is started twice.

Object service;
final AtomicInteger started = new AtomicInteger();

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(this::getService);
  Thread second = Thread.ofPlatform().start(this::getService);
  first.join();
  second.join();
  IO.println("started: " + started.get());
}

Object getService() {
  if (service == null) {
    service = start();
  }
  return service;
}

Object start() {
  started.incrementAndGet();
  return new Object();
}
