// expect: completed
// prints: ^before$
// never: ^after$
void main() {
  IO.println("before");
  System.setOut(new PrintStream(OutputStream.nullOutputStream()));
  System.out.println("after");
}
