// expect: failed
// message: exited with status 5
// prints: ^before$
void main() throws Exception {
  IO.println("before");
  var t = new Thread(() -> System.exit(5));
  t.start();
  t.join();
  Thread.sleep(10_000);
}
