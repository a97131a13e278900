// differs: a thread that dies makes a run fail; java exits with 0
void main() throws Exception {
  Thread thread = new Thread(() -> Objects.requireNonNull(null));
  thread.start();
  thread.join();
  IO.println("after");
}
