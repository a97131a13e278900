// expect: completed
// prints: ^end$
void main() throws Exception {
  for (var t : Thread.getAllStackTraces().keySet()) {
    t.interrupt();
  }
  Thread.interrupted();
  Thread.sleep(200);
  IO.println("end");
}
