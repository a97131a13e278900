// expect: failed
// message: exited with status 70
void main() {
  System.exit(70);
}
