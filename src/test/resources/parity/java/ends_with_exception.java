void main() {
  IO.println("before");
  throw new IllegalStateException("why");
}
