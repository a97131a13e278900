void main() {
  IO.println("both");
}
