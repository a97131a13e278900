// expect: crashed
// message: killed from outside
// prints: ^before$
void main() throws Exception {
  IO.println("before");
  Thread.sleep(300);
  new ProcessBuilder("kill", "-9", String.valueOf(ProcessHandle.current().pid())).start();
  Thread.sleep(10_000);
}
