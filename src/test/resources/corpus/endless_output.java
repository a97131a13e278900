// expect: timed_out
// prints: ^line 0$
// message: still running after 1.5 s
// timeout: 1500ms
// at-most: 10000
void main() {
  for (long n = 0; ; n++) {
    IO.println("line " + n);
  }
}
