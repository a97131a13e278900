// expect: completed
// prints: ^end$
void main() {
  IO.println("\ud800");
  IO.println("end");
}
