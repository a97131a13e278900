package duet.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.batch.Resumption;
import duet.batch.Shard;
import duet.compare.BatchReport;
import duet.compare.ScenarioResult;
import duet.compare.Standing;
import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.Outcome;
import duet.lane.protocol.OutputChannel;
import duet.lane.protocol.Usage;
import duet.run.Play;
import duet.run.Run;
import duet.run.Tempo;
import duet.scenario.Expectations;
import duet.scenario.InputFault;
import duet.scenario.Scenarios;
import duet.scenario.declared.ExpectationsReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is read from the logs of batches, whatever has happened to them.
class BatchLogsTest {
  private static final List<String> ALL = List.of("a/one", "a/two", "b/three");

  @TempDir private Path folder;

  /// Wherever a log is cut within the line that says a scenario is finished, the batch goes on in
  /// the same way: with that scenario, and with nothing lost of those before it.
  @Test
  void aTornLineIsPlayedAgain() throws Exception {
    Path log = log("log.jsonl", 1, 1, ALL, List.of(play("a/one"), play("a/two")));
    byte[] whole = Files.readAllBytes(log);
    int last = lastLine(whole);
    byte[] before =
        Arrays.copyOf(
            whole,
            new String(whole, 0, last, StandardCharsets.ISO_8859_1)
                .indexOf("\n{\"kind\":\"result\""));
    int keptTo = before.length + 1 + endOfLine(whole, before.length + 1);
    for (int cut = last; cut < whole.length; cut++) {
      Files.write(log, Arrays.copyOf(whole, cut));
      assertEquals(Set.of("a/one"), Resumption.of(log).finished(), "cut at " + cut);
      LogFile.goOn(log, LogFile.Version.of(log)).close();
      assertEquals(keptTo, Files.size(log), "cut at " + cut);
    }
    Files.write(log, whole);
    assertEquals(Set.of("a/one", "a/two"), Resumption.of(log).finished());
    LogFile.goOn(log, LogFile.Version.of(log)).close();
    assertEquals(whole.length, Files.size(log));
  }

  /// As long as its first line is not whole, a log is as good as none.
  @Test
  void aTornBeginningIsNone() throws Exception {
    Path log = log("log.jsonl", 1, 1, ALL, List.of());
    byte[] whole = Files.readAllBytes(log);
    for (int cut = 0; cut < whole.length; cut++) {
      Files.write(log, Arrays.copyOf(whole, cut));
      assertEquals(Optional.empty(), Resumption.of(log).header(), "cut at " + cut);
    }
    assertEquals(Optional.empty(), Resumption.of(folder.resolve("missing")).header());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my thesis, without a copy",
        "{\"kind\":\"play\",\"scenario\":\"s\"}\n",
        "{\"kind\":\"bat\n",
        "\n"
      })
  void whatIsNoLogOfABatchIsNotTouched(String text) throws Exception {
    Path file = Files.writeString(folder.resolve("thesis.txt"), text);
    assertThrows(InputFault.class, () -> Resumption.of(file));
    assertThrows(InputFault.class, () -> Resumption.of(folder));
    assertEquals(text, Files.readString(file));
  }

  @Test
  void aPartGoesOnAsThatPart() throws Exception {
    Resumption begun = Resumption.of(log("log.jsonl", 2, 5, ALL, List.of()));
    assertEquals(new Shard(2, 5), begun.shard(Optional.empty()));
    assertEquals(new Shard(2, 5), begun.shard(Optional.of(new Shard(2, 5))));
    InputFault fault =
        assertThrows(InputFault.class, () -> begun.shard(Optional.of(new Shard(1, 5))));
    assertTrue(String.valueOf(fault.getMessage()).contains("part 2/5, not part 1/5"));
  }

  /// A folder may have changed in the meantime; the last list is what the batch has to play.
  @Test
  void theLastListCounts() throws Exception {
    Path log = log("log.jsonl", 1, 1, ALL, List.of(play("a/one"), play("a/two")));
    List<String> changed = List.of("a/two", "b/four");
    try (LogFile file = LogFile.goOn(log, LogFile.Version.of(log))) {
      file.begin(new BatchHeader(1, 1, changed, changed, false));
      save(file, play("b/four"));
    }
    assertEquals(changed, paths(BatchLogs.of(List.of(log)).report()));
  }

  /// Of a batch that is continued with `--strict`, no play is judged by other rules.
  @Test
  void aBatchThatBecomesStrictIsStrictFromItsBeginning() throws Exception {
    Path log = folder.resolve("log.jsonl");
    List<String> paths = List.of("a/one");
    try (LogFile file = LogFile.open(log)) {
      file.begin(new BatchHeader(1, 1, paths, paths, false));
      save(file, differing("a/one"));
    }
    assertEquals(Standing.WARNED, standing(log));
    assertFalse(Resumption.of(log).isStrict());
    try (LogFile file = LogFile.goOn(log, LogFile.Version.of(log))) {
      file.begin(new BatchHeader(1, 1, paths, paths, true));
    }
    assertEquals(Standing.FAILED, standing(log));
    assertTrue(Resumption.of(log).isStrict());
    BatchLogs logs = BatchLogs.of(List.of(log));
    logs.write(
        logs.report(),
        new ReportListener() {
          @Override
          public void played(ScenarioResult of, Play play) {
            assertEquals(of.breaches(), ScenarioResult.of(play, 1).breaches());
          }
        });
  }

  private static Standing standing(Path log) throws InputFault {
    return BatchLogs.of(List.of(log)).report().results().getFirst().standing();
  }

  @Test
  void logsThatOverlapAreRefused() throws Exception {
    Path one = log("1.jsonl", 1, 2, ALL, List.of(play("a/one")));
    Path two = log("2.jsonl", 2, 2, ALL, List.of(play("a/two"), play("b/three")));
    Path again = Files.copy(one, folder.resolve("again.jsonl"));
    Path same = log("same.jsonl", 2, 2, ALL, List.of(play("a/one")));
    assertEquals(ALL, paths(BatchLogs.of(List.of(one, two)).report()));
    assertOverlap(List.of(one, again), "both have part 1 of 2");
    assertOverlap(List.of(one, two, one), "both have part 1 of 2");
    assertOverlap(List.of(one, same), "both have a/one");
  }

  private static void assertOverlap(List<Path> logs, String problem) {
    InputFault fault = assertThrows(InputFault.class, () -> BatchLogs.of(logs));
    assertTrue(String.valueOf(fault.getMessage()).endsWith(problem), fault.getMessage());
  }

  /// Machines may have found different scenarios; a module is still told in one place.
  @Test
  void theOrderOfTheFilesDoesNotMatter() throws Exception {
    Path one = log("1.jsonl", 1, 2, ALL, List.of(play("b/three")));
    Path two = log("2.jsonl", 2, 2, List.of("b/three", "a/new"), List.of(play("a/new")));
    BatchReport report = BatchLogs.of(List.of(one, two)).report();
    assertEquals(List.of("a/one", "a/two", "a/new", "b/three"), paths(report));
    assertEquals(report, BatchLogs.of(List.of(two, one)).report());
  }

  /// A report shows the play that was not as expected, not just the last one of some.
  @Test
  void theBreakingPlayIsTheOneThatIsShown() throws Exception {
    Path log =
        log(
            "log.jsonl",
            1,
            1,
            ALL,
            List.of(play("a/one", "1"), play("a/one", "no"), play("a/one", "3")));
    BatchLogs logs = BatchLogs.of(List.of(log));
    BatchReport report = logs.report();
    ScenarioResult result = report.results().getFirst();
    assertEquals(Standing.FAILED, result.standing());
    var shown = new ArrayList<String>();
    logs.write(
        report,
        new ReportListener() {
          @Override
          public void played(ScenarioResult of, Play play) {
            shown.add(play.runs().getFirst().lines().getFirst().text());
          }
        });
    assertEquals(List.of("no"), shown);
    assertFalse(report.isGood());
  }

  private static List<String> paths(BatchReport report) {
    return report.results().stream().map(ScenarioResult::path).toList();
  }

  private static int lastLine(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1).stripTrailing().lastIndexOf('\n') + 1;
  }

  private static int endOfLine(byte[] bytes, int from) {
    return new String(bytes, StandardCharsets.ISO_8859_1).indexOf('\n', from) + 1 - from;
  }

  /// A log as a batch writes it.
  private Path log(String name, int shard, int shards, List<String> all, List<Play> plays)
      throws Exception {
    Path path = folder.resolve(name);
    var played = plays.stream().map(play -> play.scenario().path()).distinct().toList();
    try (LogFile file = LogFile.open(path)) {
      file.begin(new BatchHeader(shard, shards, all, shards == 1 ? all : played, false));
      for (String one : played) {
        save(
            file, plays.stream().filter(p -> p.scenario().path().equals(one)).toArray(Play[]::new));
      }
    }
    return path;
  }

  private static void save(LogFile file, Play... plays) {
    ScenarioResult result = ScenarioResult.of(plays[0], 1);
    for (Play play : List.of(plays).subList(1, plays.length)) {
      result = result.with(play, 1);
    }
    for (Play play : plays) {
      PlayWriter view = file.view();
      view.begins(
          play.scenario(),
          play.tempo(),
          play.speed(),
          play.runs().stream().map(Run::lane).toList());
      for (Run run : play.runs()) {
        run.lines().forEach(line -> view.printed(run.lane(), line));
        view.ended(run);
      }
      view.finished(play);
    }
    file.end(result);
  }

  private static Play play(String path) throws InputFault {
    return play(path, "printed");
  }

  /// A play in which `no` must not be printed.
  private static Play play(String path, String text) throws InputFault {
    var scenario =
        Scenarios.at(
            path,
            ExpectationsReader.read(
                Path.of("x.duet.yaml"), Map.of("never", List.of("no")), List.of()));
    return new Play(scenario, Tempo.TOGETHER, 1, List.of(run("python", text)));
  }

  /// A play of which nothing is declared, and whose lanes print different lines.
  private static Play differing(String path) {
    return new Play(
        Scenarios.at(path, Expectations.NONE),
        Tempo.TOGETHER,
        1,
        List.of(run("python", "one"), run("java", "another")));
  }

  private static Run run(String lane, String text) {
    var lines = List.of(new Line(1, 1_000_000, "main", 1, OutputChannel.OUT, text));
    return new Run(lane, false, "", lines, 0, Outcome.COMPLETED, Usage.ofWall(1), "", List.of());
  }
}
