void main() {
  IO.println("fine");
}
