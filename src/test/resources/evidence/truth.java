// What each thread does is known: the main thread joins, and the others do as they are called.
import java.lang.management.ManagementFactory;
import java.util.concurrent.locks.ReentrantLock;

final ReentrantLock lock = new ReentrantLock();
final Object monitor = new Object();
final CountDownLatch held = new CountDownLatch(2);

void main() throws Exception {
  allAtOnce(
      Map.of(
          "sleeping", () -> Thread.sleep(800),
          "holding", this::hold,
          "locked", this::waitForTheLock,
          "holding too", this::holdMonitor,
          "blocked", this::waitForTheMonitor,
          "waiting", () -> new CountDownLatch(1).await(800, TimeUnit.MILLISECONDS)));
  allAtOnce(Map.of("computing", this::compute));
}

interface Task {
  void run() throws Exception;
}

void allAtOnce(Map<String, Task> tasks) throws InterruptedException {
  var threads = new ArrayList<Thread>();
  for (var task : tasks.entrySet()) {
    threads.add(Thread.ofPlatform().name(task.getKey()).start(() -> run(task.getValue())));
  }
  threads.add(Thread.ofVirtual().name("virtual").start(() -> run(() -> Thread.sleep(800))));
  for (Thread thread : threads) {
    thread.join();
  }
}

void run(Task task) {
  try {
    task.run();
  } catch (Exception e) {
    throw new IllegalStateException(e);
  }
}

void hold() throws InterruptedException {
  lock.lock();
  try {
    held.countDown();
    Thread.sleep(800);
  } finally {
    lock.unlock();
  }
}

void waitForTheLock() throws InterruptedException {
  held.await();
  lock.lock();
  lock.unlock();
}

void holdMonitor() throws InterruptedException {
  synchronized (monitor) {
    held.countDown();
    Thread.sleep(800);
  }
}

void waitForTheMonitor() throws InterruptedException {
  held.await();
  synchronized (monitor) {
    monitor.notifyAll();
  }
}

void compute() {
  var bean = ManagementFactory.getThreadMXBean();
  long end = bean.getCurrentThreadCpuTime() + 800_000_000;
  while (bean.getCurrentThreadCpuTime() < end) {}
}
