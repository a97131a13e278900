// expect: completed
// prints: ^goes on$
int deeper() {
  return deeper() + 1;
}

void main() {
  try {
    deeper();
  } catch (StackOverflowError e) {
    IO.println("goes on");
  }
}
