// expect: completed
// never: afterwards
void main() {
  System.exit(0);
  IO.println("afterwards");
}
