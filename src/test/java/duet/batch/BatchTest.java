package duet.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.compare.ScenarioResult;
import duet.compare.ScenarioResult.LaneResult;
import duet.lane.HostProgram;
import duet.lane.Jit;
import duet.lane.Lane;
import duet.lane.LaneDescription;
import duet.lane.process.Hosts;
import duet.lane.protocol.Outcome;
import duet.log.BatchLogs;
import duet.log.LogFile;
import duet.run.PlayOptions;
import duet.scenario.Expectations;
import duet.scenario.Scenario;
import duet.scenario.Scenarios;
import duet.scenario.ScriptLanguage;
import duet.scenario.folder.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchTest {
  @TempDir private Path folder;

  /// Here the lane fails. Both scenarios have their results.
  @Test
  void aFaultOfDuetsOwnIsTheResultOfItsScenario() throws Exception {
    Path log = folder.resolve("log.jsonl");
    var lane = new BrokenLane();
    var options = PlayOptions.on(List.of(lane)).build();
    Path script = Files.writeString(folder.resolve("s.py"), "anything");
    List<Scenario> both =
        Stream.of("a", "b")
            .map(path -> Scenarios.at(path, Expectations.NONE).with("", Map.of("py", script)))
            .toList();
    try (Hosts hosts = new Hosts(Home.find());
        LogFile file = LogFile.open(log)) {
      var rules = new Batch.Rules(1, 0, false);
      assertTrue(new Batch(hosts, options, rules, file, new BatchListener() {}).play(both));
    }
    for (ScenarioResult result : BatchLogs.of(List.of(log)).report().results()) {
      LaneResult run = result.lanes().getFirst();
      assertEquals(Outcome.CRASHED, run.outcome());
      assertTrue(run.message().contains("IllegalStateException: no program"), run.message());
      assertTrue(run.message().contains("at duet.batch.BatchTest"), run.message());
    }
  }

  private record BrokenLane() implements Lane {
    @Override
    public LaneDescription description() {
      var scripts = new ScriptLanguage("broken", List.of("py"), Set.of());
      return new LaneDescription("Broken", scripts, false, "", Optional.empty());
    }

    @Override
    public HostProgram program(Home home, Jit jit) {
      throw new IllegalStateException("no program");
    }
  }

  /// A scenario that nobody plays any more must not look as if it had been left out.
  @Test
  void whateverEndsAPlayerEndsTheBatch() throws Exception {
    var options = PlayOptions.on(List.of()).jit(Jit.OFF).timeout(Duration.ofSeconds(5)).build();
    var broken =
        new BatchListener() {
          @Override
          public void begins(String path) {
            throw new StackOverflowError("a pattern that never ends");
          }
        };
    try (Hosts hosts = new Hosts(Home.find());
        LogFile log = LogFile.open(folder.resolve("log.jsonl"))) {
      var batch = new Batch(hosts, options, new Batch.Rules(1, 0, false), log, broken);
      RuntimeException fault =
          assertThrows(IllegalStateException.class, () -> batch.play(List.of(Scenarios.plain())));
      assertInstanceOf(StackOverflowError.class, fault.getCause());
    }
  }
}
