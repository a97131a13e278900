// expect: failed
// message: ^the script exited with status 3$
// prints: ^bye$
void main() {
  IO.print("bye");
  System.exit(3);
}
