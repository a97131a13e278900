void main() {
  Runtime.getRuntime().addShutdownHook(new Thread(() -> IO.println("hook")));
  IO.println("main");
  System.exit(0);
}
