// Three threads work something out, and nobody hears what.

void main() throws InterruptedException {
  var threads = new ArrayList<Thread>();
  for (int i = 1; i <= 3; i++) {
    int n = i;
    threads.add(Thread.ofPlatform().start(() -> triple(n)));
  }
  for (Thread thread : threads) {
    thread.join();
    IO.println("result: lost");
  }
}

int triple(int n) {
  try {
    Thread.sleep(800 - 200 * n);
  } catch (InterruptedException e) {
    return 0; // an interrupt asks a thread to end; nobody sends one here
  }
  return 3 * n;
}
