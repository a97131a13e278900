package duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.lane.builtin.BuiltInLanes;
import duet.lane.process.Hosts;
import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.Outcome;
import duet.run.Play;
import duet.run.PlayListener;
import duet.run.Player;
import duet.run.Run;
import duet.scenario.folder.Home;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// When the log says that something happened is when it happened.
@Measuring
class AccuracyIT {
  private static final Path CORPUS = Duet.ROOT.resolve("src/test/resources/corpus");

  @TempDir private Path folder;

  /// GraalPy's own `time.sleep(2)` takes up to a second too long.
  @Test
  void sleepsTakeWhatTheySay() throws Exception {
    Play play =
        play(
            1,
            """
            import time
            start = time.monotonic()
            time.sleep(2)
            print(time.monotonic() - start)
            time.sleep(0.5)
            print(time.monotonic() - start)
            """,
            """
            void main() throws Exception {
              long start = System.nanoTime();
              Thread.sleep(2_000);
              IO.println((System.nanoTime() - start) / 1e9);
              TimeUnit.MILLISECONDS.sleep(500);
              IO.println((System.nanoTime() - start) / 1e9);
            }
            """);
    for (Run run : play.runs()) {
      assertEquals(2.0, run.lines().get(0).seconds(), 0.05, run.lane());
      assertEquals(2.5, run.lines().get(1).seconds(), 0.1, run.lane());
      double measured = Double.parseDouble(run.lines().get(0).text());
      assertEquals(measured, run.lines().get(0).seconds(), 0.05, run.lane() + "'s own clock");
    }
  }

  /// With `--speed 10` three seconds of every kind of wait take three tenths, in both lanes.
  @Test
  void speedDividesEveryKindOfWait() throws Exception {
    Play play =
        play(
            10,
            """
            import queue, threading, time
            from concurrent import futures

            def timed(name, wait):
                start = time.monotonic()
                wait()
                print(name, round((time.monotonic() - start) * 10))

            def empty():
                try:
                    queue.Queue().get(timeout=3)
                except queue.Empty:
                    pass

            def busy_lock(lock):
                lock.acquire()
                thread = threading.Thread(target=lambda: lock.acquire(timeout=3))
                thread.start()
                thread.join()

            def slow_future():
                gate = threading.Event()
                with futures.ThreadPoolExecutor() as pool:
                    waiting = pool.submit(gate.wait)
                    futures.wait([waiting], timeout=3)
                    gate.set()

            def condition():
                c = threading.Condition()
                with c:
                    c.wait_for(lambda: False, timeout=3)

            def join():
                gate = threading.Event()
                thread = threading.Thread(target=gate.wait)
                thread.start()
                thread.join(3)
                gate.set()

            def timer():
                t = threading.Timer(3, lambda: None)
                t.start()
                t.join()

            timed('sleep', lambda: time.sleep(3))
            timed('event', lambda: threading.Event().wait(3))
            timed('queue', empty)
            timed('lock', lambda: busy_lock(threading.Lock()))
            timed('rlock', lambda: busy_lock(threading.RLock()))
            timed('semaphore', lambda: threading.Semaphore(0).acquire(timeout=3))
            timed('condition', condition)
            timed('join', join)
            timed('timer', timer)
            timed('future', slow_future)
            """,
            """
            import java.util.concurrent.locks.ReentrantLock;

            interface Wait {
              void run() throws Exception;
            }

            class Sleeper extends Thread {
              public void run() {
                LockSupport.park();
              }
            }

            void timed(String name, Wait wait) throws Exception {
              long start = System.nanoTime();
              wait.run();
              IO.println(name + " " + Math.round((System.nanoTime() - start) / 1e8));
            }

            void main() throws Exception {
              var lock = new ReentrantLock();
              var condition = lock.newCondition();
              var sleeper = new Sleeper();
              sleeper.setDaemon(true);
              sleeper.start();
              lock.lock();
              timed("sleep", () -> Thread.sleep(3_000));
              timed("duration", () -> Thread.sleep(Duration.ofSeconds(3)));
              timed("unit", () -> TimeUnit.SECONDS.sleep(3));
              timed("latch", () -> new CountDownLatch(1).await(3, TimeUnit.SECONDS));
              timed("queue", () -> new LinkedBlockingQueue<String>().poll(3, TimeUnit.SECONDS));
              timed("semaphore", () -> new Semaphore(0).tryAcquire(3, TimeUnit.SECONDS));
              timed("condition", () -> condition.await(3, TimeUnit.SECONDS));
              timed("nanos", () -> condition.awaitNanos(3_000_000_000L));
              timed("join", () -> sleeper.join(3_000));
              timed("joinDuration", () -> sleeper.join(Duration.ofSeconds(3)));
              timed(
                  "wait",
                  () -> {
                    synchronized (this) {
                      wait(3_000);
                    }
                  });
              timed("park", () -> LockSupport.parkNanos(3_000_000_000L));
              var timer = Executors.newSingleThreadScheduledExecutor();
              timed("scheduled", () -> timer.schedule(() -> {}, 3, TimeUnit.SECONDS).get());
              var ticks = new CountDownLatch(2);
              timed(
                  "rate",
                  () -> {
                    timer.scheduleAtFixedRate(ticks::countDown, 1, 2, TimeUnit.SECONDS);
                    ticks.await();
                  });
              timer.shutdownNow();
            }
            """);
    for (Run run : play.runs()) {
      assertTrue(run.lines().size() >= 10, run.lane());
      for (Line line : run.lines()) {
        String tenths = line.text().substring(line.text().indexOf(' ') + 1);
        assertTrue(List.of("3", "4").contains(tenths), run.lane() + ": " + line.text());
      }
    }
  }

  /// Nothing that a script does keeps it beyond its deadline for long.
  @Test
  void whatHangsEndsAtItsDeadline() throws Exception {
    Duration deadline = Duration.ofSeconds(1);
    List<Path> files =
        List.of(CORPUS.resolve("endless_builtin.py"), CORPUS.resolve("endless_loop.java"));
    for (Path file : files) {
      try (var hosts = new Hosts(Home.find())) {
        Run run =
            new Player(hosts)
                .play(
                    BuiltInLanes.lanes().scripts().scenarios(List.of(file)).getFirst(),
                    Plays.options().toBuilder().timeout(deadline).build(),
                    new PlayListener() {})
                .runs()
                .getFirst();
        assertEquals(Outcome.TIMED_OUT, run.outcome(), run.message());
        assertEquals(1.5, run.usage().wall(), 0.5, run.lane());
      }
    }
  }

  /// On new hosts: one that has played many scripts may collect garbage in the middle of a wait.
  private Play play(double speed, String python, String java) throws Exception {
    try (var hosts = new Hosts(Home.find())) {
      return Plays.completed(hosts, folder, speed, python, java);
    }
  }
}
