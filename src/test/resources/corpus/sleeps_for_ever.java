// expect: timed_out
// message: main +slept .* at sleeps_for_ever.java:\d
// timeout: 1s
void main() throws Exception {
  Thread.sleep(1_000_000);
}
