void main() {
  IO.println("größe");
}
