package duet.lane.java.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.lane.java.record.HaltHook;
import duet.lane.java.record.ThreadRecord;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Scripts are compiled and called in this JVM; the record is one for all of it.
class ThreadWeaverTest {
  @BeforeEach
  void startAnew() {
    ThreadRecord.clear();
  }

  private static void play(String text) throws Exception {
    Compilation compilation = Compilation.of(JavaProgram.of(Path.of("script.java"), text));
    var loader = new ScriptLoader(compilation.classes(), 1);
    try {
      EntryPoint.in(loader, "script.java", compilation).call(List.of());
    } catch (Throwable thrown) {
      throw new AssertionError(thrown);
    }
  }

  private static List<String> started() {
    return ThreadRecord.starts().stream().map(start -> start.thread().getName()).toList();
  }

  /// However short they were.
  @Test
  void everyThreadThatAScriptStartsIsKnown() throws Exception {
    play(
        """
        class Own extends Thread {}
        void main() throws Exception {
          var own = new Own();
          own.setName("own");
          own.start();
          new Thread(() -> {}, "plain").start();
          Thread.ofPlatform().name("built").start(() -> {});
          Thread.ofVirtual().name("virtual").start(() -> {});
          Thread.ofPlatform().name("later").unstarted(() -> {}).start();
          Thread.startVirtualThread(() -> {});
        }
        """);
    assertEquals(List.of("own", "plain", "built", "virtual", "later", ""), started());
  }

  /// What it has printed is sent first. Here, sending throws, or this JVM would end.
  @Test
  void aScriptThatHaltsSaysSo() {
    HaltHook.set(
        () -> {
          throw new IllegalStateException("it halts");
        });
    try {
      var error =
          assertThrows(
              AssertionError.class, () -> play("void main() { Runtime.getRuntime().halt(4); }"));
      assertTrue(String.valueOf(error.getCause()).contains("it halts"), error::toString);
    } finally {
      HaltHook.set(() -> {});
    }
  }

  @Test
  void theThreadsOfPoolsAreKnown() throws Exception {
    play(
        """
        import java.util.concurrent.*;
        void main() throws Exception {
          try (var pool = Executors.newFixedThreadPool(2, task -> new Thread(task, "made"))) {
            pool.submit(() -> {}).get();
          }
          try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            pool.submit(() -> {}).get();
          }
          try (var pool = Executors.newCachedThreadPool()) {
            pool.submit(() -> {}).get();
          }
        }
        """);
    List<String> names = started();
    assertEquals(List.of("made", ""), names.subList(0, 2));
    assertTrue(names.getLast().matches("pool-\\d+-thread-1"), names.toString());
  }

  @Test
  void sleepsAreExact() throws Exception {
    play(
        """
        import java.util.concurrent.TimeUnit;
        void main() throws Exception {
          Thread.sleep(3);
          TimeUnit.MICROSECONDS.sleep(2_000);
          Thread.sleep(java.time.Duration.ofMillis(1));
          Thread.currentThread().interrupt();
          try {
            Thread.sleep(1_000);
          } catch (InterruptedException e) {
          }
        }
        """);
    List<ThreadRecord.Sleep> sleeps = ThreadRecord.sleepsOf(Thread.currentThread().threadId());
    assertEquals(3, sleeps.size());
    assertTrue(sleeps.getFirst().to() - sleeps.getFirst().from() >= 3_000_000, sleeps.toString());
  }
}
