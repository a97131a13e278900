// The settings are there before the thread starts.

Map<String, Integer> settings;
final Queue<Integer> speeds = new ConcurrentLinkedQueue<>();

void main() throws InterruptedException {
  settings = Map.of("speed", 3);
  Thread driver = Thread.ofPlatform().start(this::drive);
  driver.join();
  IO.println("speed: " + speeds.poll());
}

void drive() {
  speeds.add(settings.get("speed"));
}
