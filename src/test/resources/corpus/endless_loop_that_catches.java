// expect: timed_out
// timeout: 1s
void main() {
  while (true) {
    try {
      Thread.sleep(10);
    } catch (Throwable t) {
      IO.println("caught " + t);
    }
  }
}
