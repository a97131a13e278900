void main() {
  IO.print("""
      one "two" \
      three
        four\tfive
      """);
}
