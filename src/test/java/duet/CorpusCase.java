package duet;

import duet.lane.protocol.HostMessage.Line;
import duet.run.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A script of the corpus with what is expected of its run, which the comments at its beginning
/// say: `expect: OUTCOME`, and any number of `message: REGEX` (in the outcome's message), `prints:
/// REGEX` (in some line), `never: REGEX` (in no line and no message), besides `lines: N`, `at-most:
/// N` lines, and `timeout: TIME`.
record CorpusCase(Path script, List<Expectation> expectations) {
  /// One line of the head.
  record Expectation(String key, String value) {}

  private static final Set<String> KEYS =
      Set.of("expect", "message", "prints", "never", "lines", "at-most", "timeout");

  private static final Pattern HEAD = Pattern.compile("(?:#|//) ([a-z-]+): (.*)");

  static CorpusCase of(Path script) {
    try (Stream<String> lines = Files.lines(script)) {
      List<Expectation> expectations =
          lines
              .map(line -> HEAD.matcher(line.replace("\uFEFF", "")))
              .takeWhile(head -> head.matches())
              .map(head -> new Expectation(head.group(1), head.group(2)))
              .toList();
      if (expectations.stream().noneMatch(e -> e.key.equals("expect"))
          || !KEYS.containsAll(expectations.stream().map(Expectation::key).toList())) {
        throw new IllegalArgumentException(script + ": its head is not understood");
      }
      return new CorpusCase(script, expectations);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// How long it is played, where its head says so.
  Optional<Duration> timeout() {
    return expectations.stream()
        .filter(e -> e.key.equals("timeout"))
        .map(e -> Duration.parse("PT" + e.value.replace("1500ms", "1.5s")))
        .findFirst();
  }

  /// What a run does not fulfil, empty when it is as expected.
  List<String> broken(Run run) {
    List<String> lines = run.lines().stream().map(Line::text).toList();
    var broken = new ArrayList<String>();
    for (Expectation expected : expectations) {
      if (!isMet(expected, run, lines)) {
        broken.add(expected.key + ": " + expected.value);
      }
    }
    return broken;
  }

  private static boolean isMet(Expectation expected, Run run, List<String> lines) {
    String value = expected.value;
    return switch (expected.key) {
      case "expect" -> run.outcome().word().equals(value);
      case "message" -> finds(value, run.message());
      case "prints" -> lines.stream().anyMatch(line -> finds(value, line));
      case "never" ->
          !finds(value, run.message()) && lines.stream().noneMatch(l -> finds(value, l));
      case "lines" -> lines.size() == Integer.parseInt(value);
      case "at-most" -> lines.size() <= Integer.parseInt(value);
      default -> true;
    };
  }

  private static boolean finds(String regex, String text) {
    return Pattern.compile(regex).matcher(text).find();
  }
}
