package duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.lane.Lane;
import duet.lane.builtin.BuiltInLanes;
import duet.lane.protocol.HostMessage.Line;
import duet.program.TestContext;
import duet.run.Play;
import duet.run.PlayListener;
import duet.run.PlayOptions;
import duet.run.Player;
import duet.run.Run;
import duet.scenario.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Whatever a script does, its run has the ending that is documented for it, with its partial log,
/// and nothing is left of it. Of the scripts whose names begin with the same word, such as
/// `endless_`, only one in each language is played, unless this is to be thorough.
@Order(1)
class CorpusIT {
  private static final Path FOLDER = Duet.ROOT.resolve("src/test/resources/corpus");

  /// No script that ends by itself should come near it, on a busy machine either.
  private static final Duration USUAL_TIMEOUT = Duration.ofMinutes(1);

  /// What scripts leave behind, recognized by a duration that nobody else sleeps.
  private static final String LEFT = ".*sleep 317";

  @TestFactory
  @Execution(ExecutionMode.CONCURRENT)
  Stream<DynamicTest> everyScriptEndsAsDocumented() throws Exception {
    return chosen(BuiltInLanes.lanes().scripts().scenarios(List.of(FOLDER))).stream()
        .map(scenario -> DynamicTest.dynamicTest(scenario.name(), () -> play(scenario)));
  }

  private static List<Scenario> chosen(List<Scenario> all) {
    if (Duet.THOROUGH) {
      return all;
    }
    var seen = new HashSet<String>();
    return all.stream()
        .sorted(Comparator.comparing(scenario -> -scenario.sources().size())) // pairs first
        .filter(scenario -> seen.addAll(kinds(scenario)))
        .toList();
  }

  /// The first word of its name, with each of its languages.
  private static List<String> kinds(Scenario scenario) {
    String word = scenario.name().replaceAll("_.*", "");
    return scenario.sources().keySet().stream().map(suffix -> word + "." + suffix).toList();
  }

  @Test
  void theCorpusIsLarge() throws Exception {
    try (Stream<Path> scripts = Files.list(FOLDER)) {
      assertTrue(scripts.count() >= 60);
    }
  }

  private static void play(Scenario scenario) throws InterruptedException {
    Map<String, CorpusCase> cases = casesOf(scenario);
    assertEquals(List.of(), broken(playOnce(scenario, cases), cases));
    for (ProcessHandle process : ProcessHandle.allProcesses().toList()) {
      if (process.info().commandLine().orElse("").matches(LEFT)) {
        Duet.awaitEnd(process); // it was killed moments ago
      }
    }
  }

  private static Play playOnce(Scenario scenario, Map<String, CorpusCase> cases) {
    Duration timeout =
        cases.values().stream()
            .flatMap(one -> one.timeout().stream())
            .max(Duration::compareTo)
            .orElse(USUAL_TIMEOUT);
    var options = PlayOptions.on(BuiltInLanes.lanes().usual()).timeout(timeout).build();
    return new Player(TestContext.hosts()).play(scenario, options, new PlayListener() {});
  }

  private static Map<String, CorpusCase> casesOf(Scenario scenario) {
    return scenario.sources().entrySet().stream()
        .collect(Collectors.toMap(e -> e.getKey(), e -> CorpusCase.of(e.getValue())));
  }

  private static List<String> broken(Play play, Map<String, CorpusCase> cases) {
    var broken = new ArrayList<String>();
    for (Run run : play.runs()) {
      Lane lane =
          BuiltInLanes.lanes().usual().stream()
              .filter(l -> l.id().equals(run.lane()))
              .findFirst()
              .orElseThrow();
      List<String> unmet =
          Objects.requireNonNull(cases.get(lane.description().suffix())).broken(run);
      if (!unmet.isEmpty()) {
        broken.add(unmet + " not met by " + describe(run));
      }
    }
    return broken;
  }

  private static String describe(Run run) {
    List<Line> lines = run.lines();
    String first =
        Stream.concat(lines.stream().limit(10), lines.stream().skip(Math.max(10, lines.size() - 5)))
            .map(line -> "  " + line.text().substring(0, Math.min(200, line.text().length())))
            .collect(Collectors.joining("\n"));
    return String.format(
        Locale.ROOT,
        "%s %s after %.2f s: %s%n%d lines:%n%s",
        run.lane(),
        run.outcome().word(),
        run.usage().wall(),
        run.message(),
        lines.size(),
        first);
  }
}
