// The configuration is filled in before other threads can see it.

class Config {
  int port;
}

volatile Config config; // without volatile, the port may still be seen later than the reference
final int[] seen = new int[2];

void main() throws InterruptedException {
  Thread first = Thread.ofPlatform().start(() -> use(0));
  Thread second = Thread.ofPlatform().start(() -> use(1));
  first.join();
  second.join();
  IO.println("ports: " + seen[0] + " " + seen[1]);
}

void use(int number) {
  seen[number] = getConfig().port;
}

Config getConfig() {
  if (config == null) {
    synchronized (this) {
      if (config == null) {
        Config made = new Config();
        made.port = 80;
        config = made;
      }
    }
  }
  return config;
}
