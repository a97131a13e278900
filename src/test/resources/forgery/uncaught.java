/* An exception that cannot be told counts all the same. */
final class Silent extends RuntimeException {
  @Override
  public String toString() {
    throw new Error("not a word");
  }

  @Override
  public StackTraceElement[] getStackTrace() {
    throw new Error("not a frame");
  }

  @Override
  public synchronized Throwable getCause() {
    throw new Error("no cause");
  }
}

void main() {
  Thread.setDefaultUncaughtExceptionHandler((_, _) -> System.setErr(null));
  IO.println("all is well");
  throw new Silent();
}
