package duet.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.scenario.InputFault;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Two Duets on one log: the second one is refused, and nothing of the first one's is lost.
@Timeout(60)
class LogFileTest {
  private static final BatchHeader HEADER =
      new BatchHeader(1, 1, List.of("a"), List.of("a"), false);

  @TempDir private Path folder;

  @Test
  void ofTwoTheSecondIsRefused() throws Exception {
    Path log = folder.resolve("log.jsonl");
    try (LogFile first = LogFile.open(log)) {
      first.begin(HEADER);
      var read = LogFile.Version.of(log);
      assertRefused(" is being written by another duet", () -> LogFile.open(log));
      assertRefused(" is being written by another duet", () -> LogFile.goOn(log, read));
      first.begin(HEADER);
      assertTrue(first.failure().isEmpty());
    }
    assertEquals(List.of(HEADER.json(), HEADER.json()), Files.readAllLines(log));
    LogFile.open(log).close();
    assertEquals(0, Files.size(log), "a new one replaces it");
  }

  /// The other one has begun and ended between this one's reading and its writing.
  @Test
  void whatSomebodyHasWrittenSinceIsNotLost() throws Exception {
    Path log = folder.resolve("log.jsonl");
    var missing = LogFile.Version.of(log);
    try (LogFile first = LogFile.goOn(log, missing)) {
      first.begin(HEADER);
    }
    assertRefused("in the meantime", () -> LogFile.goOn(log, missing));
    var read = LogFile.Version.of(log);
    Files.writeString(log, HEADER.json() + "\n" + HEADER.json() + "\n");
    assertRefused("in the meantime", () -> LogFile.goOn(log, read));
    assertEquals(2, Files.readAllLines(log).size());
    LogFile.goOn(log, LogFile.Version.of(log)).close();
    assertEquals(2, Files.readAllLines(log).size());
  }

  /// As another process holds it. When that process is killed, nothing is left of its lock.
  @Test
  @EnabledOnOs(OS.LINUX)
  void theOtherProcessIsNamed() throws Exception {
    Path log = Files.writeString(folder.resolve("log.jsonl"), "");
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                log.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said = other.inputReader(StandardCharsets.UTF_8)) {
      assertEquals("held", said.readLine());
      assertRefused("by another duet (pid " + other.pid() + ")", () -> LogFile.open(log));
      other.destroyForcibly().waitFor();
      LogFile.open(log).close();
    }
  }

  /// A pipe has no lock, and what is written to it is read.
  @Test
  @EnabledOnOs(OS.LINUX)
  void aDeviceIsNotLocked() throws Exception {
    Path device = Path.of("/dev/null");
    try (LogFile one = LogFile.open(device);
        LogFile other = LogFile.open(device)) {
      one.begin(HEADER);
      other.begin(HEADER);
      assertTrue(one.failure().isEmpty() && other.failure().isEmpty());
    }
  }

  @Test
  void aClaimThatIsNotUsedLeavesNothing() throws Exception {
    Path report = folder.resolve("report.html");
    try (FileClaim claim = FileClaim.of(report)) {
      assertRefused("report.html is being written", () -> FileClaim.of(report));
      claim.deleteUnused();
    }
    assertFalse(Files.exists(report));
    Files.writeString(report, "old");
    try (FileClaim claim = FileClaim.of(report)) {
      claim.deleteUnused();
    }
    assertEquals("old", Files.readString(report));
  }

  private interface Attempt {
    void run() throws IOException, InputFault;
  }

  private static void assertRefused(String problem, Attempt attempt) {
    InputFault fault = assertThrows(InputFault.class, attempt::run);
    assertTrue(String.valueOf(fault.getMessage()).contains(problem), fault.getMessage());
  }

  /// A process that writes a log.
  static final class Holder {
    private Holder() {}

    public static void main(String[] args) throws Exception {
      try (LogFile log = LogFile.open(Path.of(args[0]))) {
        log.begin(HEADER);
        IO.println("held");
        Thread.sleep(60_000);
      }
    }
  }
}
