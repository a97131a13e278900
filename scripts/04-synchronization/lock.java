// The four rules of a lock, one after the other, and x += 1 behind a lock.
// A ReentrantLock has an owner: only the thread that took it may release it.
// Run it: java scripts/04-synchronization/lock.java

final ReentrantLock lock = new ReentrantLock();
int x = 0;

void main() throws InterruptedException {
  IO.println("rule 1: before it is taken the lock is " + state());
  lock.lock();
  IO.println("rule 1: once taken it is " + state());

  Thread second = Thread.ofPlatform().name("second").start(this::second);
  Thread.sleep(500);
  IO.println("rule 2: the first thread releases it");
  lock.unlock();
  second.join();

  try {
    lock.unlock();
  } catch (IllegalMonitorStateException e) {
    IO.println("rule 3: releasing an unlocked lock is an error");
  }

  lock.lock();
  IO.println("rule 4: before it is released the lock is " + state());
  lock.unlock();
  IO.println("rule 4: once released it is " + state());

  var threads = Stream.generate(() -> Thread.ofPlatform().start(this::add)).limit(4).toList();
  for (Thread thread : threads) {
    thread.join();
  }
  IO.println("4 threads added 1 a thousand times each, behind the lock: x = " + x);
}

String state() {
  return lock.isLocked() ? "locked" : "unlocked";
}

void second() {
  IO.println("rule 2: a second thread asks for the locked lock");
  lock.lock();
  try {
    IO.println("rule 2: the second thread has it");
  } finally {
    lock.unlock();
  }
}

void add() {
  for (int i = 0; i < 1000; i++) {
    lock.lock();
    try {
      x += 1;
    } finally {
      lock.unlock();
    }
  }
}
