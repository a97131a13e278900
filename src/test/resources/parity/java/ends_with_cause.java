void main() throws Exception {
  try {
    Integer.parseInt("x");
  } catch (NumberFormatException e) {
    throw new Exception("wrapped", e);
  }
}
