void main() {
  return;
  IO.println("never");
}
