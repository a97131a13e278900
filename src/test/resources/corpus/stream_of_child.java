// expect: completed
// prints: ^from the child$
// prints: ^end$
void main() throws Exception {
  new ProcessBuilder("sh", "-c", "echo from the child; cat").inheritIO().start().waitFor();
  Thread.sleep(300);
  IO.println("end");
}
