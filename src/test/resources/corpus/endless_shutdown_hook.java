// expect: timed_out
// timeout: 1s
void main() {
  Runtime.getRuntime().addShutdownHook(new Thread(() -> {
    while (true) {
      Thread.onSpinWait();
    }
  }));
  System.exit(0);
}
