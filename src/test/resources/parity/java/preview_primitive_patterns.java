// preview
String size(Object n) {
  return switch (n) {
    case int i when i > 9 -> "large";
    case int i -> "small";
    default -> "none";
  };
}

void main() {
  IO.println(size(10) + " " + size(1) + " " + size("x"));
}
