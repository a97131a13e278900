void main() {
  System.out.printf("%5.2f|%-4s|%04d%n", 2.345, "ab", 42);
  IO.println(String.format("%,d", 1234567));
}
