// expect: failed
// message: IllegalStateException: on purpose
// prints: ^handled on purpose$
void main() {
  Thread.setDefaultUncaughtExceptionHandler((t, e) -> IO.println("handled " + e.getMessage()));
  throw new IllegalStateException("on purpose");
}
