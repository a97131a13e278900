// expect: completed
// prints: ^still printing true$
void main() {
  Thread.currentThread().interrupt();
  IO.println("still printing " + Thread.currentThread().isInterrupted());
}
