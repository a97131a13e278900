void main() {
  IO.println("a");
  IO.print("b");
}
