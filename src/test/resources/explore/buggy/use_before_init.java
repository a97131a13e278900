// The thread starts before its settings are there, and works only if it is slow.

Map<String, Integer> settings;
final Queue<Integer> speeds = new ConcurrentLinkedQueue<>();

void main() throws InterruptedException {
  Thread driver = Thread.ofPlatform().start(this::drive);
  settings = Map.of("speed", 3);
  driver.join();
  IO.println("speed: " + speeds.poll());
}

void drive() {
  try {
    Thread.sleep(20); // warms up
  } catch (InterruptedException e) {
    return;
  }
  speeds.add(settings.get("speed"));
}
