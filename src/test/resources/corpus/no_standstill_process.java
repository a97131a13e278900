// expect: completed
// prints: ^after$
void main() throws Exception {
  new ProcessBuilder("sleep", "1.5").start().waitFor();
  IO.println("after");
}
