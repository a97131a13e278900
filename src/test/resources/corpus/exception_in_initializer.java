// expect: failed
// message: ExceptionInInitializerError
static class Broken {
  static final int VALUE = Integer.parseInt("x");
}

void main() {
  IO.println(Broken.VALUE);
}
