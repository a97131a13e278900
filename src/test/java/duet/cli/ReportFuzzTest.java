package duet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import duet.compare.ResultCounts;
import duet.compare.ScenarioResult;
import duet.compare.Sweep;
import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.HostMessage.State;
import duet.lane.protocol.Outcome;
import duet.lane.protocol.OutputChannel;
import duet.lane.protocol.ThreadState;
import duet.lane.protocol.Usage;
import duet.log.BatchHeader;
import duet.log.LogFile;
import duet.log.PlayWriter;
import duet.log.SeriesWriter;
import duet.run.Play;
import duet.run.Run;
import duet.run.Tempo;
import duet.scenario.Grade;
import duet.scenario.Scenario;
import duet.scenario.Scenarios;
import duet.scenario.SeriesDeclaration;
import duet.scenario.declared.ExpectationsReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A log may come from anywhere, in any state. Whatever it says, `report` shows it or says what is
/// wrong with it; it never fails, and never takes for ever, which the time limit tells.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReportFuzzTest {
  private static final int ROUNDS = Integer.getInteger("fuzz", 150);
  private static final long SEED = Long.getLong("seed", 7);

  private static final List<JsonElement> VALUES =
      List.of(
          JsonNull.INSTANCE,
          new JsonArray(),
          new JsonObject(),
          new JsonPrimitive(true),
          new JsonPrimitive(-1),
          new JsonPrimitive(0),
          new JsonPrimitive(1e-9),
          new JsonPrimitive(1e17),
          new JsonPrimitive(-1e308),
          new JsonPrimitive(Long.MAX_VALUE),
          new JsonPrimitive(Integer.MIN_VALUE),
          new JsonPrimitive("NaN"),
          new JsonPrimitive("1e999"),
          new JsonPrimitive(""),
          new JsonPrimitive("python"),
          new JsonPrimitive("../../x"),
          new JsonPrimitive("a\u0000\u001b[2J\n\ud800\u202e\u0300"),
          new JsonPrimitive("(a+)+$"),
          new JsonPrimitive("\u6f22".repeat(300)));

  @TempDir private Path folder;

  @Test
  void noLogIsTooOddToBeReported() throws Exception {
    var random = new Random(SEED);
    List<List<String>> logs = List.of(single(), batch(), series());
    for (List<String> log : logs) {
      report(log, "as it was written", 0);
    }
    for (int round = 0; round < ROUNDS; round++) {
      var lines = new ArrayList<>(logs.get(random.nextInt(logs.size())));
      for (int changes = 1 + random.nextInt(4); changes > 0 && !lines.isEmpty(); changes--) {
        change(lines, random);
      }
      report(lines, "round " + round, random.nextInt(6));
    }
  }

  private void report(List<String> lines, String what, int how) throws Exception {
    String text = String.join("\n", lines).replace("\ud800", "\\ud800");
    Path log = Files.writeString(folder.resolve("log.jsonl"), text);
    List<Object> words =
        switch (how) {
          case 0 -> List.of("--html", folder.resolve("a.html"), "--width", "150");
          case 1 -> List.of("--json");
          case 2 -> List.of("--csv");
          case 3 -> List.of("--junit", folder.resolve("a.xml"), "--html", folder.resolve("b.html"));
          case 4 -> List.of("--trace", folder.resolve("a.json"), "--timeline", "on");
          default -> List.of("--width", "40", "--timeline", "on");
        };
    var all = new ArrayList<Object>(List.of("report", log));
    all.addAll(words);
    CommandRun run = CommandRun.of(all.toArray());
    String told =
        what + " " + words + "\n" + run.err() + run.out().replace("\u001b", "<ESC>") + text;
    assertTrue(List.of(0, 1, 2, 5).contains(run.status()), told);
    assertFalse(run.err().contains("\tat "), told);
    assertFalse(run.out().contains("\u001b") && how != 1, told);
  }

  private static void change(List<String> lines, Random random) {
    int at = random.nextInt(lines.size());
    String line = lines.get(at);
    switch (random.nextInt(8)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(random.nextInt(lines.size()), line);
      case 2 -> lines.set(at, line.substring(0, random.nextInt(line.length() + 1)));
      case 3 -> lines.set(at, lines.set(random.nextInt(lines.size()), line));
      default -> lines.set(at, changed(line, random));
    }
  }

  /// The object with one of its values, at any depth, replaced or removed.
  private static String changed(String line, Random random) {
    JsonElement top;
    try {
      top = JsonParser.parseString(line);
    } catch (RuntimeException e) {
      return line;
    }
    JsonElement at = top;
    while (true) {
      if (at instanceof JsonObject object && !object.isEmpty()) {
        List<String> names = List.copyOf(object.keySet());
        String name = names.get(random.nextInt(names.size()));
        JsonElement inner = object.get(name);
        if ((inner.isJsonObject() || inner.isJsonArray()) && random.nextInt(3) > 0) {
          at = inner;
          continue;
        }
        if (random.nextInt(8) == 0) {
          object.remove(name);
        } else {
          object.add(name, VALUES.get(random.nextInt(VALUES.size())));
        }
      } else if (at instanceof JsonArray array && !array.isEmpty()) {
        int i = random.nextInt(array.size());
        if (array.get(i).isJsonObject() && random.nextInt(3) > 0) {
          at = array.get(i);
          continue;
        }
        array.set(i, VALUES.get(random.nextInt(VALUES.size())));
      }
      return top.toString();
    }
  }

  private List<String> single() throws Exception {
    Path log = folder.resolve("single");
    try (LogFile file = LogFile.open(log)) {
      write(file.view(), play("one"));
    }
    return Files.readAllLines(log);
  }

  private List<String> batch() throws Exception {
    Path log = folder.resolve("batch");
    List<String> paths = List.of("a/one", "a/two", "b/three");
    try (LogFile file = LogFile.open(log)) {
      file.begin(new BatchHeader(1, 1, paths, paths, false));
      for (String path : paths.subList(0, 2)) {
        Play play = play(path);
        write(file.view(), play);
        file.end(ScenarioResult.of(play, 1));
      }
    }
    return Files.readAllLines(log);
  }

  private List<String> series() throws Exception {
    Path log = folder.resolve("series");
    try (LogFile file = LogFile.open(log)) {
      List<String> lanes = List.of("python", "java");
      SeriesWriter sweep = file.series(Scenarios.plain());
      sweep.begins("sweep", lanes);
      var points = new Sweep(List.of());
      for (String lane : lanes) {
        points = points.with(lane, 1, 1.5).with(lane, 1, 1.25).with(lane, 2, 0.75);
      }
      sweep.show(points);
      SeriesWriter repeat = file.series(Scenarios.plain());
      repeat.begins("repeat", lanes);
      var row =
          new ResultCounts.ResultCount(
              "coin", "heads", Optional.of(Grade.ACCEPTABLE), Map.of("python", 2, "java", 1));
      repeat.show(new ResultCounts(2, List.of(row)), lanes);
    }
    return Files.readAllLines(log);
  }

  private static void write(PlayWriter log, Play play) {
    log.begins(play.scenario(), play.tempo(), play.speed(), List.of("python", "java"));
    for (Run run : play.runs()) {
      log.booted(run.lane(), run.runtime());
      run.lines().forEach(line -> log.printed(run.lane(), line));
    }
    log.omitted("java", 3);
    log.stuck("python", "two threads wait for each other");
    play.runs().forEach(log::ended);
    log.finished(play);
  }

  private static Play play(String path) throws Exception {
    Map<String, Object> expect =
        Map.of(
            "includes", List.of("line 1 at 12:00:00"),
            "never", List.of("no"),
            "order", List.of(List.of("line 1", "line 2")),
            "wall", List.of(1, 2),
            "python", Map.of("cores", List.of(0, 1.5), "gil_wait", List.of(0, 1)));
    Scenario scenario =
        Scenarios.at(
            path,
            ExpectationsReader.read(Path.of("x.duet.yaml"), expect, List.of("python", "java")));
    assertEquals(SeriesDeclaration.NONE, scenario.series());
    return new Play(scenario, Tempo.TOGETHER, 1, List.of(run("python"), run("java")));
  }

  private static Run run(String lane) {
    var lines = new ArrayList<Line>();
    var states = new ArrayList<State>();
    for (int i = 1; i < 4; i++) {
      var stream = i == 3 ? OutputChannel.ERR : OutputChannel.OUT;
      String text = "line " + i + " at 12:00:0" + i;
      lines.add(new Line(i, i * 1_000_000L, "Thread-" + i, i, stream, text));
      ThreadState state =
          List.of(ThreadState.GIL, ThreadState.RUNNING, ThreadState.LOCK).get(i - 1);
      states.add(
          new State(i, "Thread-" + i, state, i * 10_000_000L, i * 500_000_000L, "s.py:" + i, 1));
    }
    var usage = new Usage(1.5, OptionalDouble.of(1), OptionalDouble.of(0.5));
    boolean isPython = lane.equals("python");
    return new Run(lane, isPython, "Test", lines, 0, Outcome.COMPLETED, usage, "a message", states);
  }
}
