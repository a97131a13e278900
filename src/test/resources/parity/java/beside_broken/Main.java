void main() {
  IO.println("start");
  new Broken().call();
}
