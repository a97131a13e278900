// expect: completed
// prints: ^before$
// never: ^after$
void main() {
  IO.println("before");
  System.out.close();
  IO.println("after");
}
