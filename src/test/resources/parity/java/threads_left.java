void main() {
  new Thread(
          () -> {
            try {
              Thread.sleep(100);
            } catch (InterruptedException e) {
              return;
            }
            IO.println("late");
          })
      .start();
  IO.println("main ends");
}
