// The first check sees a configuration that another thread has not filled in yet.

class Config {
  int port;
}

Config config;
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
        config = new Config();
        config.port = 80;
      }
    }
  }
  return config;
}
