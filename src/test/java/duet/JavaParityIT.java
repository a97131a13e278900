package duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.lane.builtin.BuiltInLanes;
import duet.lane.protocol.OutputChannel;
import duet.program.TestContext;
import duet.run.Play;
import duet.run.PlayListener;
import duet.run.PlayOptions;
import duet.run.Player;
import duet.run.Run;
import duet.scenario.ScriptNeeds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Duet plays what `java FILE` of this JDK runs, with the same outcome and the same lines. A script
/// of the corpus is a file, or a folder with a file `Main.java`. Comments at its beginning say what
/// it needs (`preview`, `input: LINE`), and why the two differ, where they have to (`differs:
/// WHY`). Of the scripts whose names begin with the same word only the first is run, unless this is
/// to be thorough.
class JavaParityIT {
  private static final Path FOLDER = Duet.ROOT.resolve("src/test/resources/parity/java");
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  /// What spares the machine while a JVM compiles a script.
  private static final List<String> LIGHT = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private static final int AT_ONCE = 2;

  @TempDir private Path scratch;

  /// How a run ended, and its lines on both streams.
  private record Result(String outcome, List<String> out, List<String> err) {}

  /// A script of the corpus.
  private record ParityCase(String name, Path file, ScriptNeeds needs, boolean differs) {
    static ParityCase of(Path entry) throws IOException {
      Path file = entry;
      if (Files.isDirectory(entry)) {
        try (Stream<Path> files = Files.walk(entry)) {
          file = files.filter(one -> one.endsWith("Main.java")).findFirst().orElseThrow();
        }
      }
      List<String> head =
          new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
              .replace("\uFEFF", "")
              .lines()
              .takeWhile(line -> line.startsWith("// "))
              .map(line -> line.substring(3))
              .toList();
      String input =
          head.stream()
              .filter(line -> line.startsWith("input: "))
              .map(line -> line.substring(7) + "\n")
              .collect(Collectors.joining());
      var needs =
          new ScriptNeeds(
              Optional.of(input).filter(text -> !text.isEmpty()),
              head.contains("preview"),
              List.of());
      boolean differs = head.stream().anyMatch(line -> line.startsWith("differs: "));
      return new ParityCase(entry.getFileName().toString(), file, needs, differs);
    }
  }

  private static List<ParityCase> all() throws IOException {
    try (Stream<Path> entries = Files.list(FOLDER)) {
      var cases = new ArrayList<ParityCase>();
      for (Path entry : entries.sorted().toList()) {
        cases.add(ParityCase.of(entry));
      }
      return cases;
    }
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
        tests.add(DynamicTest.dynamicTest(one.name(), () -> compare(one, truth.get())));
      }
    }
    return tests.stream();
  }

  @Test
  void theCorpusIsLarge() throws Exception {
    assertTrue(all().size() >= 60);
  }

  private static void compare(ParityCase one, Result truth) throws Exception {
    Result played = play(one);
    if (one.differs()) {
      assertNotEquals(truth, played);
    } else {
      assertEquals(truth, played);
    }
  }

  private static Result play(ParityCase one) throws Exception {
    var options =
        PlayOptions.on(BuiltInLanes.lanes().withIds(List.of("java"))).needs(one.needs()).build();
    Play play =
        new Player(TestContext.hosts())
            .play(
                BuiltInLanes.lanes().scripts().scenarios(List.of(one.file())).getFirst(),
                options,
                new PlayListener() {});
    Run run = play.runs().getFirst();
    return new Result(
        run.outcome().word(),
        lines(run, OutputChannel.OUT),
        ownLines(lines(run, OutputChannel.ERR)));
  }

  private static List<String> lines(Run run, OutputChannel stream) {
    return run.lines().stream()
        .filter(line -> line.stream() == stream)
        .map(line -> line.text())
        .toList();
  }

  private Result run(ParityCase one) throws Exception {
    var command = new ArrayList<String>(List.of(JAVA.toString()));
    command.addAll(LIGHT);
    if (one.needs().preview()) {
      command.add("--enable-preview");
    }
    command.add(one.file().toString());
    Path out = scratch.resolve(one.name() + ".out");
    Path err = scratch.resolve(one.name() + ".err");
    Path in =
        Files.writeString(scratch.resolve(one.name() + ".in"), one.needs().input().orElse(""));
    int status =
        new ProcessBuilder(command)
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start()
            .waitFor();
    List<String> errors = Files.readAllLines(err);
    boolean isRejected = errors.stream().anyMatch(line -> line.startsWith("error: "));
    return new Result(
        status == 0 ? "completed" : isRejected ? "rejected" : "failed",
        Files.readAllLines(out),
        isRejected ? List.of() : ownLines(errors));
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
