// One look-up says whether the entry is there, and gives it.

final Map<String, Integer> cache = new ConcurrentHashMap<>(Map.of("pi", 3));

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(this::read);
  Thread second = Thread.ofPlatform().start(this::evict);
  first.join();
  second.join();
  IO.println("entries: " + cache.size());
}

int read() {
  Integer value = cache.get("pi");
  return value == null ? 0 : value + 1;
}

void evict() {
  cache.remove("pi");
}
