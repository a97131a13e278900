// expect: failed
// message: exited with status 4
// prints: ^before$
void main() {
  IO.println("before");
  Runtime.getRuntime().halt(4);
}
