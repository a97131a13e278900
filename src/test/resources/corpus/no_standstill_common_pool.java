// expect: completed
// prints: ^after$
void main() {
  java.util.concurrent.CompletableFuture.runAsync(() -> {
    try {
      Thread.sleep(1500);
    } catch (InterruptedException e) {
      return;
    }
  }).join();
  IO.println("after");
}
