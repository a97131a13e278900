package duet;

import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.ParityCase.Result;
import duet.lane.protocol.OutputChannel;
import duet.run.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Duet plays what `java FILE` of this JDK runs, with the same outcome and the same lines. Comments
/// at a script's beginning also say whether it needs preview features (`preview`). Of the scripts
/// whose names begin with the same word only the first is run, unless this is to be thorough.
class JavaParityIT {
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  /// What spares the machine while a JVM compiles a script.
  private static final List<String> LIGHT = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private static final int AT_ONCE = 2;

  @TempDir private Path scratch;

  private static List<ParityCase> all() throws IOException {
    return ParityCase.all("java", "Main.java", "// ");
  }

  private static List<ParityCase> chosen() throws IOException {
    if (Duet.THOROUGH) {
      return all();
    }
    var seen = new HashSet<String>();
    return all().stream().filter(one -> seen.add(one.name().replaceAll("_.*", ""))).toList();
  }

  @TestFactory
  Stream<DynamicTest> duetPlaysWhatJavaRuns() throws Exception {
    var tests = new ArrayList<DynamicTest>();
    try (var pool = Executors.newFixedThreadPool(AT_ONCE)) {
      for (ParityCase one : chosen()) {
        var truth = pool.submit(() -> run(one));
        tests.add(DynamicTest.dynamicTest(one.name(), () -> one.compare(truth.get(), play(one))));
      }
    }
    return tests.stream();
  }

  @Test
  void theCorpusIsLarge() throws Exception {
    assertTrue(all().size() >= 60);
  }

  private static Result play(ParityCase one) throws Exception {
    Run run = one.play("java");
    return new Result(
        run.outcome().word(),
        ParityCase.lines(run, OutputChannel.OUT).toList(),
        ownLines(ParityCase.lines(run, OutputChannel.ERR).toList()));
  }

  private Result run(ParityCase one) throws Exception {
    var command = new ArrayList<String>(List.of(JAVA.toString()));
    command.addAll(LIGHT);
    if (one.says("preview")) {
      command.add("--enable-preview");
    }
    ParityCase.Ended ended = one.run(command, scratch);
    boolean isRejected = ended.err().stream().anyMatch(line -> line.startsWith("error: "));
    return new Result(
        ended.status() == 0 ? "completed" : isRejected ? "rejected" : "failed",
        ended.out(),
        isRejected ? List.of() : ownLines(ended.err()));
  }

  /// What the script wrote, without the compiler's warnings, and without the stack frames of the
  /// JDK: those between the launcher and the script are not the same.
  private static List<String> ownLines(List<String> errors) {
    int warnings = 0;
    for (int i = 0; i < errors.size(); i++) {
      warnings = errors.get(i).matches("\\d+ warnings?") ? i + 1 : warnings;
    }
    return errors.stream()
        .skip(warnings)
        .filter(line -> !line.startsWith("Note: "))
        .filter(line -> !line.matches("\\t(at (java|jdk)\\..*|\\.\\.\\. \\d+ more)"))
        .toList();
  }
}
