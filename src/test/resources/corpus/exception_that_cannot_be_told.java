// expect: failed
// message: Bad
static class Bad extends RuntimeException {
  @Override
  public String getMessage() {
    throw new IllegalStateException("no message");
  }
}

void main() {
  throw new Bad();
}
