package duet.lane.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import duet.scenario.NeighbourFiles;
import duet.scenario.NeighbourFiles.Neighbour;
import duet.scenario.ScriptNeeds;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The JSON lines are a contract with what reads them outside of Duet.
class JsonLinesTest {
  private static final HostMessage.Line LINE =
      new HostMessage.Line(
          4, 2_003_114_999L, "Thread-2", 31, OutputChannel.OUT, "loop1 \"done\" 完");

  private static final PlayedSchedule SCHEDULE =
      new PlayedSchedule(
          "stay|1>1",
          PlayedSchedule.End.DEADLOCK,
          "",
          0,
          true,
          List.of("main", "Thread-0"),
          "010",
          "000",
          "0:1,1:3",
          List.of(new PlayedSchedule.Printed(1, 2, OutputChannel.OUT, "hello")),
          List.of(new PlayedSchedule.Waiting(0, "waits for the lock a", 12)),
          List.of(new PlayedSchedule.Step(0, 12, "a.java", "read", "counter", "0", "")));

  @Test
  void aScheduleLeavesOutWhatIsEmpty() {
    var played =
        new PlayedSchedule(
            "stay",
            PlayedSchedule.End.COMPLETED,
            "",
            0,
            false,
            List.of("main"),
            "0",
            "0",
            "0:1",
            List.of(),
            List.of(),
            List.of());
    assertEquals(
        "{\"kind\":\"schedule\",\"scenario\":\"s\",\"lane\":\"java\",\"plan\":\"stay\","
            + "\"ending\":\"completed\",\"threads\":[\"main\"],\"choices\":\"0\",\"stay\":\"0\","
            + "\"enabled\":\"0:1\"}",
        JsonLines.of(new Envelope("s", "java", new HostMessage.Schedule(played))));
  }

  @Test
  void aLineIsAsInTheContract() {
    assertEquals(
        "{\"kind\":\"line\",\"scenario\":\"s\",\"lane\":\"python\",\"seq\":4,\"t\":2.003114,"
            + "\"thread\":\"Thread-2\",\"tid\":31,\"stream\":\"out\","
            + "\"text\":\"loop1 \\\"done\\\" 完\"}",
        JsonLines.of(new Envelope("s", "python", LINE)));
  }

  @Test
  void anOutcomeIsAsInTheContract() {
    var usage = new Usage(4.0, OptionalDouble.of(0.05), OptionalDouble.of(0.2));
    assertEquals(
        "{\"kind\":\"outcome\",\"scenario\":\"s\",\"lane\":\"java\",\"outcome\":\"timed_out\","
            + "\"wall_s\":4.000000,\"cpu_s\":0.050000,\"cpu_per_wall\":0.012500,"
            + "\"jvm_cpu_s\":0.200000,\"message\":\"m\"}",
        JsonLines.of(
            new Envelope("s", "java", new HostMessage.Ending(Outcome.TIMED_OUT, usage, "m"))));
  }

  @Test
  void messagesSurviveTheJourney() {
    var usage = new Usage(1.5, OptionalDouble.empty(), OptionalDouble.empty());
    for (HostMessage message :
        new HostMessage[] {
          new HostMessage.Hello("GraalPy"),
          new HostMessage.Ready(),
          new HostMessage.Line(1, 2_000L, "a\tb", 7, OutputChannel.ERR, "\u001b[31m\u0000"),
          new HostMessage.Ending(Outcome.CRASHED, usage, "x\ny"),
          new HostMessage.Threads(
              HostMessage.Occasion.STANDSTILL,
              List.of(
                  new ThreadView("a", 1, ThreadState.LOCK, "x.py:3", "Lock b", 2, 0.25),
                  new ThreadView("b", 2, ThreadState.RUNNING, "", "", 0, 0))),
          new HostMessage.State(7, "a", ThreadState.GIL, 1_000, 2_000, "work", 9),
          new HostMessage.State(7, "a", ThreadState.IO, 2_000, 5_000, "", 0),
          new HostMessage.Exiting(usage, "boom"),
          new HostMessage.Schedule(SCHEDULE),
          new HostMessage.Began(7, "a", 12_345_678_901L, 12_345_999_999L),
          new HostMessage.Unseen("a wall is in the way"),
          new HostMessage.Response(false, "x\n ^", List.of("a", "\"b\""), 7, usage)
        }) {
      var envelope = new Envelope("s", "l", message);
      assertEquals(envelope, JsonLines.envelope(JsonLines.of(envelope)));
    }
  }

  /// As another program may write it, or a host that does not say what it plays.
  @Test
  void aPrintedLineIsReadWhateverTheOrderOfItsFields() {
    String line =
        "{\"text\":\"x\",\"seq\":4,\"t\":0.5,\"tid\":31,\"kind\":\"line\",\"stream\":\"out\","
            + "\"thread\":\"main\"}";
    var printed = new HostMessage.Line(4, 500_000_000, "main", 31, OutputChannel.OUT, "x");
    assertEquals(new Envelope("", "", printed), JsonLines.envelope(line));
  }

  @Test
  void ordersSurviveTheJourney() {
    for (HostOrder order :
        new HostOrder[] {
          new HostOrder.Load(
              "s", Path.of("/a b/ü.py"), "print('\n')", 2.5, List.of("2", "a b"), true, 0),
          new HostOrder.Go(-5),
          new HostOrder.Open(ScriptNeeds.NONE),
          new HostOrder.Load(
              "s",
              Path.of("/M.java"),
              "class M {}",
              new NeighbourFiles(
                  List.of(new Neighbour("p/H.java", Path.of("/p/H.java"), "class H {}")),
                  List.of("I.java is a folder.")),
              new ScriptNeeds(Optional.of("1\n2"), true, List.of(Path.of("/lib/x.jar"))),
              1,
              List.of(),
              false,
              1),
          new HostOrder.Request(HostOrder.Topic.COMPLETE, "py 3", "a\n\tb.", 5),
          new HostOrder.Cancel(),
          new HostOrder.Explore(Switches.ANY),
          new HostOrder.Schedules(List.of("stay|7>2,12>1", "pct:1:3:100"), true),
          new HostOrder.Stop()
        }) {
      assertEquals(order, OrderLines.order(OrderLines.of(order)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{}",
        "{\"kind\":\"line\"}",
        "{\"kind\":\"other\"}",
        "\u0000",
        "null"
      })
  void anythingElseIsRefused(String line) {
    assertThrows(IllegalArgumentException.class, () -> JsonLines.envelope(line));
    assertThrows(IllegalArgumentException.class, () -> OrderLines.order(line));
  }
}
