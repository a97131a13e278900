// Two philosophers need both forks. Both take the left one first.

final Lock left = new ReentrantLock();
final Lock right = new ReentrantLock();

void main() throws InterruptedException {
  Thread plato = Thread.ofPlatform().name("Plato").start(() -> eat(left, right));
  Thread socrates = Thread.ofPlatform().name("Socrates").start(() -> eat(left, right));
  plato.join();
  socrates.join();
  IO.println("all DONE");
}

void eat(Lock first, Lock second) {
  first.lock();
  try {
    Thread.sleep(100);
    second.lock();
    try {
      IO.println(Thread.currentThread().getName() + " eats");
    } finally {
      second.unlock();
    }
  } catch (InterruptedException e) {
    return; // an interrupt asks a thread to end; nobody sends one here
  } finally {
    first.unlock();
  }
}
