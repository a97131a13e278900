package duet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Starts Duet and kills it (SIGKILL) at a random moment.
final class Killing {
  private static final long PATIENCE_NANOS = Duration.ofSeconds(20).toNanos();

  /// The moments of a seed come again.
  private final Random random;

  private final Path folder;
  private final Map<String, String> environment;
  private final String mark = "KILLED=" + UUID.randomUUID();
  private int kills;
  private long longestNanos;

  /// @param folder for its output
  Killing(long seed, Path folder, Map<String, String> environment) {
    random = new Random(seed);
    this.folder = folder;
    this.environment = environment;
  }

  /// How a start ended, and what it had printed by then.
  ///
  /// @param isKilled whether it was killed before it ended
  /// @param status its exit status, if it was not killed
  record End(boolean isKilled, int status, String out) {}

  int kills() {
    return kills;
  }

  Random random() {
    return random;
  }

  /// Until the last process of a killed Duet was gone, at most.
  double longestSeconds() {
    return longestNanos / 1e9;
  }

  /// Lets Duet come to its end.
  End run(Object... arguments) throws Exception {
    return start(Long.MAX_VALUE, folder.resolve("no file"), arguments);
  }

  /// Kills it within a time, or within a few moments after it wrote to a file, whatever is first.
  End kill(long withinMillis, Path watched, Object... arguments) throws Exception {
    return start(1 + random.nextLong(withinMillis), watched, arguments);
  }

  private End start(long afterMillis, Path watched, Object... arguments) throws Exception {
    Path out = folder.resolve("out");
    var builder =
        new ProcessBuilder(
            Stream.concat(
                    Stream.of(Duet.LAUNCHER.toString()), Stream.of(arguments).map(Object::toString))
                .toList());
    builder.redirectErrorStream(true).redirectOutput(out.toFile());
    builder.environment().putAll(environment);
    builder.environment().put(mark.split("=")[0], mark.split("=")[1]);
    long size = size(watched);
    boolean atWrite = random.nextBoolean();
    Process process = builder.start();
    process.getOutputStream().close();
    if (afterMillis == Long.MAX_VALUE) {
      process.waitFor();
    } else {
      await(process, afterMillis, () -> atWrite && size(watched) != size);
      if (size(watched) != size) {
        process.waitFor(random.nextInt(30), TimeUnit.MILLISECONDS);
      }
    }
    boolean isKilled = process.isAlive();
    process.destroyForcibly().waitFor();
    awaitNobody(System.nanoTime());
    kills += isKilled ? 1 : 0;
    return new End(isKilled, process.exitValue(), Files.readString(out));
  }

  /// Something to wait for.
  private interface Condition {
    boolean holds();
  }

  private static void await(Process process, long millis, Condition condition)
      throws InterruptedException {
    long end = System.nanoTime() + millis * 1_000_000;
    while (System.nanoTime() < end && !condition.holds() && process.isAlive()) {
      Thread.sleep(1);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return -1;
    }
  }

  private void awaitNobody(long killed) throws InterruptedException {
    while (!left().isEmpty() && System.nanoTime() - killed < PATIENCE_NANOS) {
      Thread.sleep(5);
    }
    longestNanos = Math.max(longestNanos, System.nanoTime() - killed);
    assertEquals(List.of(), left().stream().map(ProcessHandle::info).toList());
  }

  /// Every process with the mark in its environment, which children inherit (proc_pid_environ(5)).
  /// A zombie has none any more.
  private List<ProcessHandle> left() {
    return ProcessHandle.allProcesses().filter(process -> isMarked(process.pid())).toList();
  }

  private boolean isMarked(long pid) {
    try {
      byte[] environ = Files.readAllBytes(Path.of("/proc/" + pid + "/environ"));
      return new String(environ, StandardCharsets.ISO_8859_1).contains(mark);
    } catch (IOException e) {
      return false; // it has just ended, or is somebody else's
    }
  }
}
