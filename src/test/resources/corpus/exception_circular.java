// expect: failed
// message: IllegalStateException: one
void main() {
  var one = new IllegalStateException("one");
  one.initCause(new IllegalStateException("two", one));
  throw one;
}
