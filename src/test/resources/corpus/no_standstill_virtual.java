// expect: completed
// prints: ^after$
void main() throws Exception {
  Thread.startVirtualThread(() -> {
    try {
      Thread.sleep(1500);
    } catch (InterruptedException e) {
      return;
    }
  }).join();
  IO.println("after");
}
