// The entry is there when it is looked for, and gone when it is read.

final Map<String, Integer> cache = new ConcurrentHashMap<>(Map.of("pi", 3));

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(this::read);
  Thread second = Thread.ofPlatform().start(this::evict);
  first.join();
  second.join();
  IO.println("entries: " + cache.size());
}

int read() {
  if (cache.containsKey("pi")) {
    return cache.get("pi") + 1;
  }
  return 0;
}

void evict() {
  cache.remove("pi");
}
