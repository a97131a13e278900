package duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.lane.Jit;
import duet.lane.Lane;
import duet.lane.process.Hosts;
import duet.lane.protocol.HostMessage.Line;
import duet.run.Lanes;
import duet.run.Play;
import duet.run.PlayListener;
import duet.run.PlayOptions;
import duet.run.Player;
import duet.run.Run;
import duet.scenario.Scenario;
import duet.scenario.folder.Home;
import duet.scenario.found.ScriptPairs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Isolated;

/// Whatever a script does, its run has the ending that is documented for it, with its partial log,
/// and nothing is left of it. Of scripts whose names begin with the same word, such as `endless_`,
/// only one is played, unless this is to be thorough.
@Isolated // it measures
class CorpusIT {
  private static final Path FOLDER = Duet.ROOT.resolve("src/test/resources/corpus");
  private static final int OF_A_KIND = 1;

  /// What scripts leave behind, recognized by a duration that nobody else sleeps.
  private static final String LEFT = ".*sleep 317";

  private static final Hosts HOSTS = Hosts.lasting(Home.find());

  @AfterAll
  static void close() {
    HOSTS.close();
  }

  @TestFactory
  Stream<DynamicTest> everyScriptEndsAsDocumented() throws Exception {
    List<Scenario> scenarios = chosen(ScriptPairs.scenarios(List.of(FOLDER)));
    return IntStream.range(0, scenarios.size())
        .mapToObj(
            i ->
                DynamicTest.dynamicTest(
                    scenarios.get(i).name(),
                    () -> {
                      play(
                          scenarios.get(i), i + 1 < scenarios.size() ? scenarios.get(i + 1) : null);
                    }));
  }

  private static List<Scenario> chosen(List<Scenario> all) {
    if (Duet.THOROUGH) {
      return all;
    }
    var seen = new HashMap<String, Integer>();
    return all.stream()
        .filter(s -> seen.merge(s.name().replaceAll("_.*", ""), 1, Integer::sum) <= OF_A_KIND)
        .toList();
  }

  @Test
  void theCorpusIsLarge() throws Exception {
    try (Stream<Path> scripts = Files.list(FOLDER)) {
      assertTrue(scripts.count() >= 60);
    }
  }

  private static void play(Scenario scenario, @org.jspecify.annotations.Nullable Scenario next)
      throws InterruptedException {
    Map<String, CorpusCase> cases = casesOf(scenario);
    Duration timeout =
        cases.values().stream().map(CorpusCase::timeout).max(Duration::compareTo).orElseThrow();
    var options = PlayOptions.on(Lanes.ALL).jit(jit(cases)).timeout(timeout).build();
    var prepareNext =
        new PlayListener() {
          /// Not beside a script that is to be looked at: two lanes keep two cores busy.
          @Override
          public void goes(String lane) {
            if (cases.values().stream().noneMatch(CorpusCase::isEndless)) {
              prepare();
            }
          }

          @Override
          public void ended(Run run) {
            prepare();
          }

          private void prepare() {
            if (next != null) {
              options.lanesOf(next).forEach(l -> HOSTS.prepare(l, jit(casesOf(next))));
            }
          }
        };
    Play play = new Player(HOSTS).play(scenario, options, prepareNext);
    if (!broken(play, cases).isEmpty()
        && cases.values().stream().anyMatch(CorpusCase::mayBeRetried)) {
      play = new Player(HOSTS).play(scenario, options, prepareNext);
    }
    assertEquals(List.of(), broken(play, cases));
    for (Run run : play.runs()) {
      assertTrue(
          run.usage().wall() < timeout.toMillis() / 1e3 + 1,
          () -> "more than a second late: " + describe(run));
    }
    for (ProcessHandle process : ProcessHandle.allProcesses().toList()) {
      if (process.info().commandLine().orElse("").matches(LEFT)) {
        Duet.awaitEnd(process); // it was killed moments ago
      }
    }
  }

  private static Map<String, CorpusCase> casesOf(Scenario scenario) {
    return scenario.sources().entrySet().stream()
        .collect(Collectors.toMap(e -> e.getKey(), e -> CorpusCase.of(e.getValue())));
  }

  /// What is soon over is interpreted, which starts sooner; what goes on and on is compiled.
  private static Jit jit(Map<String, CorpusCase> cases) {
    return cases.values().stream().anyMatch(CorpusCase::isEndless) ? Jit.AUTO : Jit.OFF;
  }

  private static List<String> broken(Play play, Map<String, CorpusCase> cases) {
    var broken = new ArrayList<String>();
    for (Run run : play.runs()) {
      Lane lane =
          Lanes.ALL.stream().filter(l -> l.id().equals(run.lane())).findFirst().orElseThrow();
      List<String> unmet = Objects.requireNonNull(cases.get(lane.extension())).broken(run);
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
