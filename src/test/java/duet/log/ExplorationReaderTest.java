package duet.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import duet.explore.Exploration;
import duet.explore.Finding;
import duet.explore.Result;
import duet.lane.protocol.OutputChannel;
import duet.lane.protocol.PlayedSchedule;
import duet.lane.protocol.PlayedSchedule.End;
import duet.lane.protocol.PlayedSchedule.Printed;
import duet.lane.protocol.PlayedSchedule.Step;
import duet.lane.protocol.PlayedSchedule.Waiting;
import duet.run.PlayListener;
import duet.scenario.Grade;
import duet.scenario.InputFault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplorationReaderTest {
  private static final PlayedSchedule PLAYED =
      new PlayedSchedule(
          "stay|1>1",
          End.DEADLOCK,
          "",
          0,
          false,
          List.of("main", "a"),
          "01",
          "00",
          "0:3",
          List.of(new Printed(1, 1, OutputChannel.OUT, "x")),
          List.of(new Waiting(0, "waits for lock b", 3)),
          List.of(
              new Step(0, 1, "x.java", "read", "n", "0", ""),
              new Step(1, 2, "x.java", "lock", "b", "", "")));

  private static final Exploration JAVA =
      new Exploration(
          "java",
          "5c3e9a",
          12,
          Duration.ofMillis(1500),
          List.of(
              new Finding(
                  new Result("", "deadlock", Optional.of(Grade.FORBIDDEN), true),
                  3,
                  2,
                  PLAYED,
                  true)),
          Map.of(End.CUT, 2),
          "it takes too many steps",
          "",
          true,
          "");

  @TempDir private Path folder;

  private static final class Heard implements LogReader.LogListener {
    private final List<List<Exploration>> all = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    @Override
    public PlayListener play(LogReader.PlayLocation place) {
      return new PlayListener() {};
    }

    @Override
    public void explored(String scenario, List<Exploration> lanes) {
      names.add(scenario);
      all.add(lanes);
    }
  }

  private Path saved(String scenario, List<Exploration> lanes) throws Exception {
    var text = new StringBuilder();
    new ExplorationWriter(LineSink.of(line -> text.append(line).append('\n'), () -> {}), scenario)
        .write(lanes);
    return Files.writeString(folder.resolve(scenario), text);
  }

  @Test
  void whatWasSavedIsReadAgain() throws Exception {
    List<Exploration> lanes = List.of(JAVA, Exploration.none("python", "python: no host."));
    var heard = new Heard();
    assertEquals(1, LogReader.tell(saved("forks", lanes), heard));
    assertEquals(List.of("forks"), heard.names);
    assertEquals(List.of(lanes), heard.all);
  }

  @Test
  void eachScenarioIsToldAlone() throws Exception {
    Path one = saved("one", List.of(JAVA));
    Path both =
        Files.writeString(
            folder.resolve("both"),
            Files.readString(one) + Files.readString(saved("two", List.of(JAVA))));
    var heard = new Heard();
    assertEquals(2, LogReader.tell(both, heard));
    assertEquals(List.of("one", "two"), heard.names);
  }

  @Test
  void aThreadThatDoesNotExistIsRefused() throws Exception {
    Path log = saved("forks", List.of(JAVA));
    String text = Files.readString(log);
    Files.writeString(log, text.replace("\"choices\":\"01\"", "\"choices\":\"07\"") + text);
    assertThrows(InputFault.class, () -> LogReader.tell(log, new Heard()));
  }
}
