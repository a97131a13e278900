// expect: failed
// message: exited with status 143
void main() throws Exception {
  new ProcessBuilder("kill", String.valueOf(ProcessHandle.current().pid())).start();
  Thread.sleep(10_000);
}
