import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.locks.ReentrantLock;

static final DateTimeFormatter CTIME =
    DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH);

record Result(String name, int value) {}

static class Worker extends Thread {
  private final Callable<Integer> work;

  Worker(String name, Callable<Integer> work) {
    super(name);
    this.work = work;
  }

  @Override
  public void run() {
    IO.println("starting %s at: %s".formatted(getName(), CTIME.format(LocalDateTime.now())));
    try {
      IO.println(new Result(getName(), work.call()));
    } catch (Exception e) {
      throw new IllegalStateException("on purpose", e);
    }
  }
}

int fib(int n) throws InterruptedException {
  Thread.sleep(1);
  return n < 2 ? n : fib(n - 1) + fib(n - 2);
}

void main() throws Exception {
  var lock = new ReentrantLock();
  var ready = lock.newCondition();
  var workers = List.of(new Worker("a", () -> fib(4)), new Worker("b", () -> fib(-1)));
  workers.forEach(Thread::start);
  for (var worker : workers) {
    worker.join(1_000);
  }
  var waiter =
      Thread.ofPlatform()
          .name("waiter-", 0)
          .start(
              () -> {
                lock.lock();
                try {
                  IO.println(ready.await(5, TimeUnit.MILLISECONDS));
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                } finally {
                  lock.unlock();
                }
              });
  waiter.join();
  var queue = new ArrayBlockingQueue<Integer>(4);
  var latch = new CountDownLatch(1);
  try (var pool = Executors.newFixedThreadPool(2);
      var virtual = Executors.newVirtualThreadPerTaskExecutor();
      var timer = Executors.newSingleThreadScheduledExecutor()) {
    timer.schedule(latch::countDown, 5, TimeUnit.MILLISECONDS);
    virtual.submit(() -> queue.offer(ThreadLocalRandom.current().nextInt(5)));
    IO.println(queue.poll(1, TimeUnit.SECONDS));
    for (var future : pool.invokeAll(List.of(() -> fib(3), () -> fib(4)))) {
      IO.println(future.get());
    }
    var completion = new ExecutorCompletionService<Integer>(pool);
    completion.submit(() -> fib(2));
    IO.println(completion.take().get());
    latch.await();
  }
  var seats = new Semaphore(2);
  IO.println(seats.tryAcquire(1, TimeUnit.SECONDS) + " " + new AtomicInteger().incrementAndGet());
  synchronized (lock) {
    lock.wait(1);
  }
  var counts = new HashMap<Integer, Integer>();
  for (int i = 0; i < 20_000; i++) {
    counts.merge(i % 97, String.valueOf(i).length(), Integer::sum);
  }
  IO.println(counts.values().stream().mapToInt(Integer::intValue).sum());
  System.err.printf("%.2f %s%n", 1.5, "done");
  Thread failing = new Thread(() -> fail());
  failing.start();
  failing.join();
  new Thread(() -> lock.lock()).start();
  IO.println("stop me now"); // so that the training includes the look at a hanging script
  while (true) {
    Thread.onSpinWait();
  }
}

void fail() {
  throw new IllegalStateException("on purpose: the training includes the trace");
}
