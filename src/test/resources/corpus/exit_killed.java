// expect: crashed
// message: killed, by the script itself or from outside
// prints: ^before$
void main() throws Exception {
  IO.println("before");
  Thread.sleep(300);
  new ProcessBuilder("kill", "-9", String.valueOf(ProcessHandle.current().pid())).start();
  Thread.sleep(10_000);
}
