// Everything that waits or wakes, used as it should be.

final CountDownLatch latch = new CountDownLatch(2);
final Semaphore permits = new Semaphore(1);
final CyclicBarrier barrier = new CyclicBarrier(2, () -> IO.println("at the barrier"));
final Phaser phaser = new Phaser(2);
final Exchanger<String> exchanger = new Exchanger<>();
final ReadWriteLock guard = new ReentrantReadWriteLock();
final StampedLock stamped = new StampedLock();
final AtomicInteger count = new AtomicInteger();
final Object monitor = new Object();
boolean isReady;

void main() throws Exception {
  Thread.ofPlatform().name("a").start(this::meet);
  Thread.ofVirtual().name("b").start(this::meet);
  latch.await();
  IO.println("counted " + count.get());
  queues();
  conditions();
  monitors();
  timers();
  IO.println(new Random().nextInt(100) + " " + ThreadLocalRandom.current().nextInt(100));
  IO.println(LocalTime.now().getHour() + " " + Thread.currentThread().threadId());
}

void meet() {
  try {
    permits.acquire();
    count.incrementAndGet();
    permits.release();
    barrier.await();
    phaser.arriveAndAwaitAdvance();
    IO.println("from " + exchanger.exchange(Thread.currentThread().getName()));
    guard.readLock().lock();
    guard.readLock().unlock();
    guard.writeLock().lock();
    guard.writeLock().unlock();
    long stamp = stamped.writeLock();
    stamped.unlockWrite(stamp);
    latch.countDown();
  } catch (InterruptedException | BrokenBarrierException e) {
    throw new IllegalStateException(e);
  }
}

void queues() throws InterruptedException {
  var queue = new ArrayBlockingQueue<Integer>(1);
  var handOver = new SynchronousQueue<Integer>();
  Thread producer =
      Thread.ofPlatform()
          .start(
              () -> {
                try {
                  queue.put(1);
                  queue.put(2);
                  handOver.put(3);
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              });
  IO.println(queue.take() + queue.take() + handOver.take());
  producer.join();
  IO.println(new LinkedBlockingQueue<Integer>().poll(1, TimeUnit.SECONDS));
  var map = new ConcurrentHashMap<String, Integer>();
  map.merge("a", 1, Integer::sum);
  map.compute("a", (key, value) -> value + 1);
  var list = Collections.synchronizedList(new ArrayList<Integer>());
  list.add(map.get("a"));
  IO.println(list);
}

void conditions() throws InterruptedException {
  var lock = new ReentrantLock();
  Condition never = lock.newCondition();
  Thread waiter =
      Thread.ofPlatform()
          .start(
              () -> {
                lock.lock();
                try {
                  never.await();
                } catch (InterruptedException e) {
                  IO.println("interrupted");
                } finally {
                  lock.unlock();
                }
              });
  waiter.interrupt();
  waiter.join();
  Thread parked = new Thread(LockSupport::park);
  parked.start();
  LockSupport.unpark(parked);
  parked.join();
}

void monitors() throws InterruptedException {
  Thread consumer = Thread.ofPlatform().start(this::consume);
  synchronized (monitor) {
    isReady = true;
    monitor.notifyAll();
  }
  consumer.join();
  IO.println(consumer.getState() + " " + consumer.isAlive());
}

void consume() {
  synchronized (monitor) {
    while (!isReady) {
      try {
        monitor.wait();
      } catch (InterruptedException e) {
        return;
      }
    }
  }
}

void timers() throws InterruptedException {
  var rung = new CountDownLatch(1);
  var timer = new Timer(true);
  timer.schedule(
      new TimerTask() {
        @Override
        public void run() {
          rung.countDown();
        }
      },
      500);
  rung.await();
  Thread.sleep(1_000);
  timer.cancel();
}
