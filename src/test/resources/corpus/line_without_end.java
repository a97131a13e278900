// expect: timed_out
// prints: ^almost$
// timeout: 1s
void main() {
  IO.print("almost");
  while (true) {
    Thread.onSpinWait();
  }
}
