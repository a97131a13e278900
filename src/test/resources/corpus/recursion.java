// expect: failed
// message: StackOverflowError
int deeper(int n) {
  return deeper(n + 1) + 1;
}

void main() {
  deeper(0);
}
