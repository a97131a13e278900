void main() {
  new Hidden();
}
