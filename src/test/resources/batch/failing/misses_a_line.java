void main() {
  IO.println("begin");
  IO.println("end");
}
