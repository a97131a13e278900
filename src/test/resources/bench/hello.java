void main() {
  IO.println("first line");
}
