void main() {
  IO.println("""
      a
      b""");
}
