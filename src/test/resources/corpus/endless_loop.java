// expect: timed_out
// message: main +was running at endless_loop.java:\d
// timeout: 1s
void main() {
  while (true) {}
}
