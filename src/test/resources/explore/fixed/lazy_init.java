// The lock lets one thread look and start at a time.

Object service;
final AtomicInteger started = new AtomicInteger();

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(this::getService);
  Thread second = Thread.ofPlatform().start(this::getService);
  first.join();
  second.join();
  IO.println("started: " + started.get());
}

synchronized Object getService() {
  if (service == null) {
    service = start();
  }
  return service;
}

Object start() {
  started.incrementAndGet();
  return new Object();
}
