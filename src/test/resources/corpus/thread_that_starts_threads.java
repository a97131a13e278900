// expect: timed_out
// timeout: 1500ms
void next(int n) {
  try {
    Thread.sleep(5);
  } catch (InterruptedException e) {
    return;
  }
  new Thread(() -> next(n + 1)).start();
}

void main() {
  next(0);
}
