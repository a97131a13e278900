void main() {
  IO.println(new One().text());
}
