// expect: completed
// prints: ^the thread ends$
void main() {
  new Thread(() -> {
    try {
      Thread.sleep(300);
    } catch (InterruptedException e) {
      return;
    }
    IO.println("the thread ends");
  }).start();
}
