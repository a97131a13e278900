// expect: timed_out
// timeout: 1s
void main() throws Exception {
  new ProcessBuilder("sh", "-c", "setsid sleep 317 &").start().waitFor();
  new ProcessBuilder("sleep", "317").start().waitFor();
}
