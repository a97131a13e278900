// expect: completed
// prints: ^x{1000000}
// lines: 6
// 5 MB: it comes in pieces.
void main() {
  IO.println("x".repeat(5 << 20) + "y");
}
