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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Duet plays what `python3 FILE` runs, with the same outcome and the same lines. A script of the
/// corpus is a file, or a folder with a file `main.py`. Comments at its beginning say what it needs
/// (`input: LINE`, `needs: 3.12`), whether the order of its lines is open (`sorted`), and why the
/// two differ, where they have to (`differs: WHY`). All of them play if this is to be thorough.
class PythonParityIT {
  private static final Path FOLDER = Duet.ROOT.resolve("src/test/resources/parity/python");

  /// One script of each kind that people write.
  private static final Set<String> USUAL =
      Set.of(
          "asyncio_gather.py",
          "builtins_module.py",
          "encoding_cp1252_traceback.py",
          "ends_with_exit_word.py",
          "files_left_open_and_read.py",
          "input_lines.py",
          "modules_shadow",
          "queue_kinds.py",
          "syntax_colon.py",
          "threads_local.py",
          "timing_sched.py",
          "traceback_chained.py");

  /// GraalPy is Python 3.12, so a CPython of that version is the best one to compare with.
  private static final List<String> PYTHONS = List.of("python3.12", "python3", "/usr/bin/python3");

  /// The oldest CPython whose tracebacks are like those of 3.12.
  private static final int OLDEST = 11;

  private static final Pattern REJECTION =
      Pattern.compile("(SyntaxError|IndentationError|TabError): .*");

  private static final Pattern FRAME = Pattern.compile("[\\s|]*File \"(.*)\", line \\d+.*");
  private static final Pattern CODE = Pattern.compile("[\\s|]* {4}.*");

  /// A line with nothing but marks below code: GraalPy does not have all of them.
  private static final Pattern MARKS = Pattern.compile("[\\s|]*[~^][~^ ]*");

  private static final int AT_ONCE = 2;

  @TempDir private static Path scratch;

  /// How a run ended, and its lines on both streams. Of a script that does not compile, standard
  /// error is the error.
  private record Result(String outcome, List<String> out, List<String> err) {}

  /// A CPython, and the second number of its version.
  private record Python(String command, int minor) {
    static Optional<Python> found() throws Exception {
      for (String command : PYTHONS) {
        try {
          Duet version = Duet.exec(Duet.ROOT, Map.of(), List.of(command, "--version"));
          Matcher told = Pattern.compile("Python 3\\.(\\d+).*").matcher(version.out().strip());
          if (told.matches() && Integer.parseInt(told.group(1)) >= OLDEST) {
            return Optional.of(new Python(command, Integer.parseInt(told.group(1))));
          }
        } catch (IOException e) {
          // This Python is not there.
        }
      }
      return Optional.empty();
    }
  }

  /// A script of the corpus.
  private record ParityCase(String name, Path file, List<String> head) {
    static ParityCase of(Path entry) throws IOException {
      Path file = Files.isDirectory(entry) ? entry.resolve("main.py") : entry;
      List<String> head =
          new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
              .replace("\uFEFF", "")
              .lines()
              .takeWhile(line -> line.startsWith("# "))
              .map(line -> line.substring(2))
              .toList();
      return new ParityCase(entry.getFileName().toString(), file, head);
    }

    String input() {
      return head.stream()
          .filter(line -> line.startsWith("input:"))
          .map(line -> line.substring("input:".length()).strip() + "\n")
          .collect(Collectors.joining());
    }

    boolean differs() {
      return head.stream().anyMatch(line -> line.startsWith("differs: "));
    }

    boolean runsOn(Python python) {
      return python.minor() >= 12 || !head.contains("needs: 3.12");
    }

    /// The lines in an order that both have, where the script leaves it open.
    List<String> lines(Stream<String> lines) {
      return (head.contains("sorted") ? lines.sorted() : lines).toList();
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
    return all().stream().filter(one -> Duet.THOROUGH || USUAL.contains(one.name())).toList();
  }

  @TestFactory
  Stream<DynamicTest> duetPlaysWhatPythonRuns() throws Exception {
    Optional<Python> python = Python.found();
    Assumptions.assumeTrue(python.isPresent(), "there is no CPython of 3." + OLDEST + " or newer");
    var tests = new ArrayList<DynamicTest>();
    try (var pool = Executors.newFixedThreadPool(AT_ONCE)) {
      for (ParityCase one : chosen()) {
        if (one.runsOn(python.get())) {
          Future<Result> truth = pool.submit(() -> run(one, python.get()));
          tests.add(DynamicTest.dynamicTest(one.name(), () -> compare(one, truth.get())));
        }
      }
    }
    return tests.stream();
  }

  @Test
  void theCorpusIsLarge() throws Exception {
    assertTrue(all().size() >= 140);
  }

  /// In CPython no file is left with something in its buffer, except by `os._exit`.
  @TestFactory
  Stream<DynamicTest> aFileThatIsNotClosedKeepsItsData() {
    return Map.of("pass", 5, "sys.exit(3)", 5, "1 / 0", 5, "os._exit(0)", 0).entrySet().stream()
        .filter(end -> Duet.THOROUGH || end.getKey().matches("1.*|os.*"))
        .map(
            end ->
                DynamicTest.dynamicTest(end.getKey(), () -> keeps(end.getKey(), end.getValue())));
  }

  private static void keeps(String end, int bytes) throws Exception {
    Path written = scratch.resolve("written" + bytes + end.charAt(0));
    Path script = scratch.resolve("left_open_" + end.charAt(0) + ".py");
    Files.writeString(
        script,
        "import os, sys\nfile = open('" + written + "', 'w')\nfile.write('words')\n" + end + "\n");
    var _ = play(ParityCase.of(script), List.of());
    assertEquals(bytes, Files.size(written));
  }

  private static void compare(ParityCase one, Result truth) throws Exception {
    Result played = play(one, truth.err());
    if (one.differs()) {
      assertNotEquals(truth, played);
    } else {
      assertEquals(truth, played);
    }
  }

  /// @param errors what CPython writes to standard error
  private static Result play(ParityCase one, List<String> errors) throws Exception {
    var needs =
        new ScriptNeeds(Optional.of(one.input()).filter(text -> !text.isEmpty()), false, List.of());
    var options =
        PlayOptions.on(BuiltInLanes.lanes().withIds(List.of("python"))).needs(needs).build();
    Play play =
        new Player(TestContext.hosts())
            .play(
                BuiltInLanes.lanes().scripts().scenarios(List.of(one.file())).getFirst(),
                options,
                new PlayListener() {});
    Run run = play.runs().getFirst();
    List<String> err =
        run.outcome().word().equals("rejected")
            ? List.of(rejection(run.message(), errors))
            : one.lines(ownLines(lines(run, OutputChannel.ERR)));
    return new Result(run.outcome().word(), one.lines(lines(run, OutputChannel.OUT)), err);
  }

  private static Stream<String> lines(Run run, OutputChannel stream) {
    return run.lines().stream().filter(line -> line.stream() == stream).map(line -> line.text());
  }

  /// CPython's error, if the message has it, otherwise the message.
  private static String rejection(String message, List<String> errors) {
    return errors.stream()
        .filter(
            one ->
                Pattern.compile(Pattern.quote(one) + "(\\. |$)", Pattern.MULTILINE)
                    .matcher(message)
                    .find())
        .findFirst()
        .orElse(message);
  }

  private static Result run(ParityCase one, Python python) throws Exception {
    Path out = scratch.resolve(one.name() + ".out");
    Path err = scratch.resolve(one.name() + ".err");
    Path in = Files.writeString(scratch.resolve(one.name() + ".in"), one.input());
    var process =
        new ProcessBuilder(python.command(), "-B", one.file().toString())
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    process.environment().put("PYTHONIOENCODING", "utf-8");
    int status = process.start().waitFor();
    List<String> errors = Files.readAllLines(err);
    String last = errors.isEmpty() ? "" : errors.getLast();
    boolean isRejected =
        REJECTION.matcher(last).matches()
            && errors.stream().noneMatch(line -> line.startsWith("Traceback"));
    return new Result(
        status == 0 ? "completed" : isRejected ? "rejected" : "failed",
        one.lines(Files.readAllLines(out).stream()),
        isRejected
            ? List.of(last.replace(one.file().getParent() + "/", ""))
            : one.lines(ownLines(errors.stream())));
  }

  /// Standard error without the frames of the library, which the two do not have in common, without
  /// marks below code, and without measured times.
  private static Stream<String> ownLines(Stream<String> errors) {
    var own = new ArrayList<String>();
    boolean isOwn = true;
    for (String line : errors.toList()) {
      Matcher frame = FRAME.matcher(line);
      if (frame.matches()) {
        isOwn = frame.group(1).startsWith(FOLDER.toString()) || frame.group(1).equals("<string>");
      } else if (!CODE.matcher(line).matches()) {
        isOwn = true;
      }
      if (isOwn && !MARKS.matcher(line).matches()) {
        own.add(line.replaceAll("\\d\\.\\d{3}s", "N s"));
      }
    }
    return own.stream();
  }
}
