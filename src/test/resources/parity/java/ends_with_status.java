void main() {
  IO.println("before");
  System.exit(3);
}
