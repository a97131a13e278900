// expect: crashed
// message: its virtual machine, or native code in it, crashed
void main() throws Exception {
  IO.println("before");
  String self = String.valueOf(ProcessHandle.current().pid());
  new ProcessBuilder("kill", "-SEGV", self).start().waitFor();
  Thread.sleep(10_000);
}
