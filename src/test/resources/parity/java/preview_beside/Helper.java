class Helper {
  boolean of(int n) {
    return n instanceof byte b && b == 4;
  }
}
