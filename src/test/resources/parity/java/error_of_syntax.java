void main() {
  IO.println("a"
}
