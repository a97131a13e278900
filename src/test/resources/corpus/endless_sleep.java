// expect: timed_out
// message: main +slept .* at endless_sleep.java:\d
// timeout: 1s
void main() throws Exception {
  Thread.sleep(1_000_000);
}
