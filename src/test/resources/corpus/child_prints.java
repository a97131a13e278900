// expect: completed
// retry: once in some hundred plays nothing of what is written past the language arrives
// prints: ^from the child$
// prints: ^end$
void main() throws Exception {
  new ProcessBuilder("sh", "-c", "echo from the child; cat").inheritIO().start().waitFor();
  Thread.sleep(300);
  IO.println("end");
}
