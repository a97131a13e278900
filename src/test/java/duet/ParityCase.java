package duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import duet.lane.builtin.BuiltInLanes;
import duet.lane.protocol.OutputChannel;
import duet.program.TestContext;
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
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A script of the parity corpus, which Duet plays as its language's own program runs it: a file,
/// or a folder that has its main script somewhere inside. Comments at the script's beginning say
/// what it needs (`input: LINE`), and why the two differ, where they have to (`differs: WHY`).
record ParityCase(String name, Path file, List<String> head) {
  private static final Path FOLDER = Duet.ROOT.resolve("src/test/resources/parity");

  /// How a run ended, and its lines on both streams.
  record Result(String outcome, List<String> out, List<String> err) {}

  /// What a program did: its exit status, and its lines on both streams.
  record Ended(int status, List<String> out, List<String> err) {}

  /// All scripts of a language.
  ///
  /// @param main the name of the main script in a folder
  /// @param comment how a comment begins
  static List<ParityCase> all(String language, String main, String comment) throws IOException {
    var cases = new ArrayList<ParityCase>();
    try (Stream<Path> entries = Files.list(FOLDER.resolve(language))) {
      for (Path entry : entries.sorted().toList()) {
        cases.add(of(entry, main, comment));
      }
    }
    return cases;
  }

  static ParityCase of(Path entry, String main, String comment) throws IOException {
    Path file = Files.isDirectory(entry) ? inside(entry, main) : entry;
    List<String> head =
        new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
            .replace("\uFEFF", "")
            .lines()
            .takeWhile(line -> line.startsWith(comment))
            .map(line -> line.substring(comment.length()))
            .toList();
    return new ParityCase(entry.getFileName().toString(), file, head);
  }

  private static Path inside(Path folder, String main) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(one -> one.endsWith(main)).findFirst().orElseThrow();
    }
  }

  /// Whether its head has this line.
  boolean says(String line) {
    return head.contains(line);
  }

  private String input() {
    return head.stream()
        .filter(line -> line.startsWith("input:"))
        .map(line -> line.substring("input:".length()).strip() + "\n")
        .collect(Collectors.joining());
  }

  /// What Duet has to give it.
  private ScriptNeeds needs() {
    return new ScriptNeeds(
        Optional.of(input()).filter(text -> !text.isEmpty()), says("preview"), List.of());
  }

  /// Plays it in Duet.
  Run play(String lane) throws Exception {
    var options = PlayOptions.on(BuiltInLanes.lanes().withIds(List.of(lane))).needs(needs());
    return new Player(TestContext.hosts())
        .play(
            BuiltInLanes.lanes().scripts().scenarios(List.of(file)).getFirst(),
            options.build(),
            new PlayListener() {})
        .runs()
        .getFirst();
  }

  /// What a run printed to a stream.
  static Stream<String> lines(Run run, OutputChannel stream) {
    return run.lines().stream().filter(line -> line.stream() == stream).map(line -> line.text());
  }

  /// Runs it with another program.
  ///
  /// @param command the program with its options; the script's file follows
  /// @param scratch the folder for what it reads and prints
  Ended run(List<String> command, Path scratch) throws Exception {
    var whole = new ArrayList<>(command);
    whole.add(file.toString());
    Path out = scratch.resolve(name + ".out");
    Path err = scratch.resolve(name + ".err");
    Path in = Files.writeString(scratch.resolve(name + ".in"), input());
    var process =
        new ProcessBuilder(whole)
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    process.environment().put("PYTHONIOENCODING", "utf-8");
    int status = process.start().waitFor();
    return new Ended(status, Files.readAllLines(out), Files.readAllLines(err));
  }

  /// Fails unless both are the same, or differ where they have to.
  void compare(Result truth, Result played) {
    if (head.stream().anyMatch(line -> line.startsWith("differs: "))) {
      assertNotEquals(truth, played);
    } else {
      assertEquals(truth, played);
    }
  }
}
