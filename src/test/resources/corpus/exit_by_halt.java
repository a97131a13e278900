// expect: failed
// message: exited with status 4
void main() {
  IO.println("before");
  Runtime.getRuntime().halt(4);
}
