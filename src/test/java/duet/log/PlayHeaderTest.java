package duet.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonParser;
import duet.lane.builtin.BuiltInLanes;
import duet.lane.protocol.JsonKind;
import duet.lane.protocol.JsonLines;
import duet.run.Tempo;
import duet.scenario.Expectations;
import duet.scenario.Kind;
import duet.scenario.LineAgreement;
import duet.scenario.Scenario;
import duet.scenario.Scenarios;
import duet.scenario.SeriesDeclaration;
import duet.scenario.found.ScenarioFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlayHeaderTest {
  @TempDir private Path folder;

  /// Whatever YAML takes an expected line for: the log says what the author has written.
  @Test
  void whatIsExpectedComesBackFromTheLog() throws Exception {
    Files.writeString(folder.resolve("s.py"), "");
    Files.writeString(
        folder.resolve("s.duet.yaml"),
        """
        expect:
          prints: [42, -1, 2.5, 1e3, 12345678901234567890, true, null, .inf, text, '007']
          includes: [42]
          never: [13, '1\\d']
          order: [[1, 2]]
          wall: [1, 2.5]
          repeat: 3
          python: {includes: [7], cores: [0, 1]}
          outputs: {cell 1: [1, 2]}
        """);
    Scenario written =
        ScenarioFinder.find(
                BuiltInLanes.lanes().scripts(),
                List.of(folder),
                List.of(),
                List.of(),
                System.err::println)
            .getFirst();
    Expectations read = afterwards(written).expectations();
    assertEquals(written.expectations().declared().keySet(), read.declared().keySet());
    assertEquals(texts(written.expectations()), texts(read));
    assertEquals(List.of("42", "-1"), read.all().prints().orElseThrow().subList(0, 2));
  }

  private static List<Object> texts(Expectations of) {
    return List.of(
        of.repeat(),
        of.outputs(),
        of.all().prints().orElseThrow(),
        of.of("python", "").toString(),
        of.of("java", "").toString());
  }

  /// What is written does not change from run to run.
  @Test
  void filesStayInTheirOrder() {
    for (List<String> order : List.of(List.of("py", "java", "x"), List.of("x", "java", "py"))) {
      var sources = new LinkedHashMap<String, Path>();
      order.forEach(extension -> sources.put(extension, Path.of("größe." + extension)));
      var scenario =
          new Scenario(
              "s",
              "",
              "",
              Kind.WAITS,
              new LineAgreement.Undeclared(),
              List.of(),
              SeriesDeclaration.NONE,
              Expectations.NONE,
              sources);
      assertEquals(List.copyOf(sources.values()), files(afterwards(scenario)));
    }
    assertEquals(1, files(afterwards(Scenarios.plain())).size());
  }

  private static List<Path> files(Scenario scenario) {
    return List.copyOf(scenario.sources().values());
  }

  private static Scenario afterwards(Scenario scenario) {
    var header = new PlayHeader(scenario, Tempo.TOGETHER, 1, List.of("python"), 1);
    String line = JsonLines.object(JsonKind.PLAY, header::write);
    return PlayHeader.of(JsonParser.parseString(line).getAsJsonObject()).scenario();
  }
}
