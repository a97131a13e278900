void main() {
  assert false : "never";
  IO.println("off");
}
