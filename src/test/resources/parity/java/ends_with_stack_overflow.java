int depth(int n) {
  return depth(n + 1) + 1;
}

void main() {
  try {
    depth(0);
  } catch (StackOverflowError e) {
    IO.println("too deep");
  }
}
