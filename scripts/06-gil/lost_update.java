// Threads read a counter, add 1 and write it back; an update that comes in between is lost.
// Run it: java scripts/06-gil/lost_update.java

final int threads = 3;

int counter; // volatile would make every read a fresh one, and updates would still get lost
final Lock lock = new ReentrantLock();
final LongAdder adder = new LongAdder();

void main(String[] arguments) throws InterruptedException {
  int times = arguments.length == 0 ? 2_000_000 : Integer.parseInt(arguments[0]);
  play("read, call, write", times, () -> counter = oneMore(counter));
  play("x += 1", times, () -> counter += 1); // three steps, too, and threads run at the same time
  play("with a lock", times, this::locked);
  play("counted apart, added up at the end", times, adder::increment); // few threads: AtomicInteger
}

int oneMore(int number) {
  Thread.onSpinWait(); // a moment between the read and the write, in which others may write too
  return number + 1;
}

void locked() {
  lock.lock();
  try {
    counter = oneMore(counter);
  } finally {
    lock.unlock();
  }
}

void play(String how, int times, Runnable task) throws InterruptedException {
  counter = 0;
  Runnable repeatedly =
      () -> {
        for (int i = 0; i < times; i++) {
          task.run();
        }
      };
  var started =
      Stream.generate(() -> Thread.ofPlatform().start(repeatedly)).limit(threads).toList();
  for (Thread thread : started) {
    thread.join();
  }
  counter += adder.intValue();
  IO.println("counter = %d of %d: %s".formatted(counter, threads * times, how));
}
