// expect: failed
// message: IllegalStateException: on purpose
void main() {
  System.setErr(null);
  throw new IllegalStateException("on purpose");
}
