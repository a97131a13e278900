package duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.ParityCase.Result;
import duet.lane.protocol.OutputChannel;
import duet.run.Run;
import java.io.IOException;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Duet plays what `python3 FILE` runs, with the same outcome and the same lines. Comments at a
/// script's beginning also say whether it needs a Python (`needs: 3.12`), and whether the order of
/// its lines is open (`sorted`). All of them play if this is to be thorough.
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

  private static List<ParityCase> all() throws IOException {
    return ParityCase.all("python", "main.py", "# ");
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
        if (python.get().minor() >= 12 || !one.says("needs: 3.12")) {
          Future<Result> truth = pool.submit(() -> run(one, python.get()));
          tests.add(
              DynamicTest.dynamicTest(
                  one.name(), () -> one.compare(truth.get(), play(one, truth.get().err()))));
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
    var _ = play(ParityCase.of(script, "main.py", "# "), List.of());
    assertEquals(bytes, Files.size(written));
  }

  /// Of a script that does not compile, standard error is the error.
  ///
  /// @param errors what CPython writes to standard error
  private static Result play(ParityCase one, List<String> errors) throws Exception {
    Run run = one.play("python");
    List<String> err =
        run.outcome().word().equals("rejected")
            ? List.of(rejection(run.message(), errors))
            : ordered(one, ownLines(ParityCase.lines(run, OutputChannel.ERR)));
    return new Result(
        run.outcome().word(), ordered(one, ParityCase.lines(run, OutputChannel.OUT)), err);
  }

  /// The lines in an order that both have, where the script leaves it open.
  private static List<String> ordered(ParityCase one, Stream<String> lines) {
    return (one.says("sorted") ? lines.sorted() : lines).toList();
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
    ParityCase.Ended ended = one.run(List.of(python.command(), "-B"), scratch);
    String last = ended.err().isEmpty() ? "" : ended.err().getLast();
    boolean isRejected =
        REJECTION.matcher(last).matches()
            && ended.err().stream().noneMatch(line -> line.startsWith("Traceback"));
    return new Result(
        ended.status() == 0 ? "completed" : isRejected ? "rejected" : "failed",
        ordered(one, ended.out().stream()),
        isRejected
            ? List.of(last.replace(one.file().getParent() + "/", ""))
            : ordered(one, ownLines(ended.err().stream())));
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
