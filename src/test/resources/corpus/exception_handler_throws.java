// expect: completed
// prints: ^main goes on$
void main() throws Exception {
  Thread.setDefaultUncaughtExceptionHandler((t, e) -> {
    throw new IllegalStateException("from the handler");
  });
  var t = new Thread(() -> {
    throw new IllegalStateException("from the thread");
  });
  t.start();
  t.join();
  IO.println("main goes on");
}
