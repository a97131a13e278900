void main() {
  Thread.ofPlatform().daemon().start(() -> { while (true) Thread.onSpinWait(); });
  IO.println("main ends");
}
