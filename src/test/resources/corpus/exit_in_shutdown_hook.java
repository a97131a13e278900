// expect: failed
// message: exited with status 6
void main() {
  Runtime.getRuntime().addShutdownHook(new Thread(() -> Runtime.getRuntime().halt(6)));
  System.exit(0);
}
