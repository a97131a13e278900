// expect: timed_out
// prints: ^almost$
// timeout: 3s
void main() {
  IO.print("almost");
  while (true) {
    Thread.onSpinWait();
  }
}
