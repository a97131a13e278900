// expect: completed
// prints: ^left$
void main() throws Exception {
  new ProcessBuilder("sleep", "317").start();
  new ProcessBuilder("sh", "-c", "setsid sleep 317 &").start().waitFor();
  IO.println("left");
}
