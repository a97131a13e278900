package duet.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.lane.HostProgram;
import duet.lane.Jit;
import duet.lane.Jvm;
import duet.lane.Lane;
import duet.lane.LaneDescription;
import duet.lane.process.Hosts;
import duet.lane.protocol.Outcome;
import duet.scenario.Expectations;
import duet.scenario.Kind;
import duet.scenario.LineAgreement;
import duet.scenario.Scenario;
import duet.scenario.ScriptLanguage;
import duet.scenario.SeriesDeclaration;
import duet.scenario.folder.Home;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever comes through the pipe from a host, its run ends and says how. What needs no pipe is
/// tried in [PlaySessionTest].
class RudeHostIT {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "half a line, CRASHED",
    "garbage, COMPLETED",
    "no key, CRASHED",
    "a huge line, CRASHED"
  })
  void theRunEnds(String rude, Outcome outcome) throws Exception {
    Run run = play(rude);
    assertEquals(outcome, run.outcome(), run.message());
    assertEquals(outcome != Outcome.COMPLETED, !run.message().isEmpty());
    assertEquals(List.of(), run.lines());
  }

  /// The order is longer than the pipe, so it cannot be sent. Here two minutes take two seconds.
  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aHostThatDoesNotReadIsGivenUp() throws Exception {
    try (var hosts = new Hosts(Home.find())) {
      var player = new Player(hosts, () -> System.nanoTime() * 60);
      Run run = play("reads nothing", player, "x".repeat(1 << 20));
      assertEquals(Outcome.CRASHED, run.outcome(), run.message());
      assertTrue(run.message().contains("did not get ready"), run.message());
    }
  }

  /// What an earlier script has done to a host is no fault of the next one.
  @Test
  void aHostThatDiesOfTheLastPlayIsReplaced() throws Exception {
    try (Hosts hosts = Hosts.lasting(Home.find())) {
      assertEquals(Outcome.COMPLETED, play("dies of the last play", hosts).outcome());
      Run second = play("dies of the last play", hosts);
      assertEquals(Outcome.COMPLETED, second.outcome(), second.message());
    }
  }

  private Run play(String rude) throws Exception {
    try (var hosts = new Hosts(Home.find())) {
      return play(rude, hosts);
    }
  }

  private Run play(String rude, Hosts hosts) throws Exception {
    return play(rude, new Player(hosts), "anything");
  }

  private Run play(String rude, Player player, String text) throws Exception {
    Path script = Files.writeString(folder.resolve("any.rude"), text);
    var scenario =
        new Scenario(
            "any",
            "",
            "",
            Kind.WAITS,
            new LineAgreement.Undeclared(),
            List.of(),
            SeriesDeclaration.NONE,
            Expectations.NONE,
            Map.of("rude", script));
    var options =
        PlayOptions.on(List.of(new RudeLane(rude))).timeout(Duration.ofSeconds(5)).build();
    return player.play(scenario, options, new PlayListener() {}).runs().getFirst();
  }

  private record RudeLane(String rude) implements Lane {
    @Override
    public LaneDescription description() {
      var scripts = new ScriptLanguage("rude", List.of("rude"), Set.of());
      return new LaneDescription("Rude", scripts, false, "", Optional.empty());
    }

    @Override
    public HostProgram program(Home home, Jit jit) {
      return new HostProgram.Executable(
          List.of(
              Jvm.OWN_JAVA_HOME.resolve("bin").resolve("java").toString(),
              "-Drude=" + rude,
              "-Xbootclasspath/a:"
                  + Path.of("target/test-classes")
                  + File.pathSeparator
                  + Path.of("target/classes"),
              RudeHost.class.getName()),
          List.of(),
          List.of());
    }
  }
}
