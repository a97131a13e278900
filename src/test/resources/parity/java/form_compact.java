void main() {
  IO.println("hello");
}
