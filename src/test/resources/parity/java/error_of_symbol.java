void main() {
  IO.println(missing);
}
