// expect: failed
// message: ^deadlock: a thread waits for itself to end
void main() throws Exception {
  Thread.currentThread().join();
}
