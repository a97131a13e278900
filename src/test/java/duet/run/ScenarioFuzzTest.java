package duet.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.cli.CommandRun;
import duet.compare.ScenarioResult;
import duet.lane.builtin.BuiltInLanes;
import duet.lane.protocol.HostMessage;
import duet.lane.protocol.HostMessage.Ending;
import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.HostOrder;
import duet.lane.protocol.Outcome;
import duet.lane.protocol.OutputChannel;
import duet.lane.protocol.Usage;
import duet.log.BatchHeader;
import duet.log.LogFile;
import duet.scenario.Scenario;
import duet.scenario.found.ScenarioFinder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Whatever files are called and whatever is in them: every scenario has its result, and every
/// report tells it. Nothing is really played: the hosts have no processes.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ScenarioFuzzTest {
  private static final int ROUNDS = Integer.getInteger("fuzz", 12);
  private static final long SEED = Long.getLong("seed", 11);
  private static final int FILES = 25;

  private static final List<String> NAMES =
      List.of(
          "a",
          "A",
          "a-b",
          "a_b",
          "_",
          "py",
          "java",
          "x.py",
          "x.ipynb",
          "x (2)",
          "lesson",
          " ",
          "<img src=x onerror=alert(1)>",
          "=cmd|x",
          "\u001b[31mred\u001b[2J",
          "two\nlines",
          "carriage\rreturn",
          "tab\tstop",
          "\u202egnirts",
          "\u6f22\u5b57\u0300\u0301",
          "quote\"'`|*",
          "n".repeat(200));

  private static final List<String> ENDS =
      List.of(
          ".py",
          ".java",
          ".ipynb",
          ".duet.yaml",
          "",
          "/lesson.md",
          "/a.py",
          "/a.java",
          "/a.duet.yaml");

  private static final String YAML =
      """
      title: T
      kind: waits
      lines: differ
      why: 'because: it does'
      mask: ['\\d+', "[a-z]{2,3}"]
      sweep: [1, 2]
      results:
        sum: [{line: 'a', is: b, grade: acceptable}, {line: '(x)', is: y, grade: forbidden}]
      expect:
        outcome: completed
        includes: [one, &x two]
        never: ['no{1,2}', *x]
        order: [[a, b]]
        wall: [1, 2.5]
        repeat: 3
        python: {cores: [0, 1]}
      """;

  private static final String LESSON =
      "---\ntitle: L\norder: 1\nscenarios:\n  - name: a\n    title: t\n---\n# L\n";

  private static final String NOTEBOOK =
      """
      {"nbformat": 4, "metadata": {"language_info": {"name": "python"}}, "cells": [
        {"cell_type": "code", "id": "one", "source": ["1\\n", "2"], "metadata": {"tags": ["x"]},
         "outputs": [{"output_type": "stream", "name": "stdout", "text": "1"},
           {"output_type": "execute_result", "data": {"text/plain": ["2"]}}]}]}
      """;

  private static final List<String> PIECES =
      List.of(
          "[",
          "]",
          "{",
          "}",
          ":",
          ": ",
          ",",
          "\"",
          "'",
          "\n",
          "- ",
          "&x ",
          "*x",
          "? ",
          "|",
          "#",
          "null",
          "-1",
          "1e999",
          "99999999999999999999",
          ".nan",
          "\"\\UFFFFFFFF\"",
          "!t",
          "\0",
          "\u001b[2J",
          "(a+)+$",
          "{1000000000}",
          "(",
          "\t",
          "  ",
          "\u202e",
          "\uFEFF",
          "---\n");

  @TempDir private Path folder;

  @Test
  void everyScenarioHasItsResult() throws Exception {
    var random = new Random(SEED);
    var all = new ArrayList<Play>();
    for (int round = 0; round < ROUNDS; round++) {
      Path root = Files.createDirectory(folder.resolve("round" + round));
      Files.writeString(root.resolve("good.java"), "void main() {}\n");
      for (int i = 0; i < FILES; i++) {
        lay(root, random);
      }
      List<Play> plays = play(find(root), random);
      report(round, plays);
      all.addAll(plays);
    }
    long refused = all.stream().filter(play -> !play.scenario().refusal().isEmpty()).count();
    assertTrue(
        refused > all.size() / 10 && refused < all.size() * 9 / 10, refused + " are refused");
  }

  private static void lay(Path root, Random random) throws IOException {
    String end = one(ENDS, random);
    Path file = root.resolve(one(NAMES, random) + end);
    Path above = file.getParent();
    if (Files.isDirectory(file) || Files.isRegularFile(above)) {
      return;
    }
    Files.createDirectories(above);
    String text =
        end.endsWith(".yaml")
            ? YAML
            : end.endsWith(".md") ? LESSON : end.endsWith(".ipynb") ? NOTEBOOK : "print(1)\n";
    for (int changes = random.nextInt(6); changes > 0; changes--) {
      text = changed(text, random);
    }
    if (end.endsWith(".yaml")) {
      Files.writeString(Path.of(file.toString().replace(".duet.yaml", ".java")), "void main() {}");
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (random.nextInt(10) == 0 && bytes.length > 0) {
      bytes[random.nextInt(bytes.length)] = (byte) 0xff;
    }
    Files.write(file, bytes);
  }

  private static String changed(String text, Random random) {
    int at = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), at + random.nextInt(12));
    return switch (random.nextInt(6)) {
      case 0 -> text.substring(0, at);
      case 1 -> text.substring(0, at) + text.substring(to);
      case 2 -> text.substring(0, at) + text.substring(at, to).repeat(3) + text.substring(to);
      case 3 -> text.substring(0, at) + one(PIECES, random).repeat(5_000) + text.substring(at);
      default -> text.substring(0, at) + one(PIECES, random) + text.substring(to);
    };
  }

  private static <T> T one(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }

  private static List<Scenario> find(Path root) throws Exception {
    var scripts = BuiltInLanes.lanes().scripts();
    List<Scenario> found =
        ScenarioFinder.find(scripts, List.of(root), List.of(), List.of(), _ -> {});
    assertTrue(found.stream().anyMatch(scenario -> scenario.name().equals("good")));
    return found;
  }

  private List<Play> play(List<Scenario> scenarios, Random random) {
    var plays = new ArrayList<Play>();
    for (Scenario scenario : scenarios) {
      var options = PlayOptions.on(BuiltInLanes.lanes().usual()).build();
      var clock = new FakeClock();
      String line = one(NAMES, random) + " 12:00:00";
      var hosts = new FakeHosts(false, host(line), host(line));
      var session =
          new PlaySession(
              scenario, options, new PlayListener() {}, hosts, clock, new FakeQueue(clock));
      plays.add(Player.play(session, options.tempoOf(scenario)));
    }
    Play good = plays.get(scenarios.stream().map(Scenario::name).toList().indexOf("good"));
    assertEquals(Outcome.COMPLETED, good.runs().getFirst().outcome());
    return plays;
  }

  private static FakeHost host(String text) {
    return new FakeHost()
        .on(HostOrder.Load.class, said -> said.said(new HostMessage.Ready()))
        .on(
            HostOrder.Go.class,
            said -> {
              said.said(new Line(1, 5, text, 1, OutputChannel.OUT, text));
              said.said(new Ending(Outcome.COMPLETED, Usage.ofWall(0.05), ""));
            });
  }

  private void report(int round, List<Play> plays) throws Exception {
    Path log = folder.resolve(round + ".jsonl");
    List<String> paths = plays.stream().map(play -> play.scenario().path()).toList();
    try (LogFile file = LogFile.open(log)) {
      file.begin(new BatchHeader(1, 1, paths, paths, false));
      for (Play play : plays) {
        var recording = new PlayRecording();
        recording.begins(
            play.scenario(),
            play.tempo(),
            play.speed(),
            play.runs().stream().map(Run::lane).toList());
        for (Run run : play.runs()) {
          run.lines().forEach(line -> recording.printed(run.lane(), line));
          recording.ended(run);
        }
        recording.finished(play);
        recording.replay(file.view());
        file.end(ScenarioResult.of(play, 1));
      }
    }
    CommandRun shown =
        CommandRun.of(
            "report", log, "--html", folder.resolve("a.html"), "--junit", folder.resolve("a.xml"));
    assertTrue(shown.status() == 0 || shown.status() == 1, shown.err());
    assertFalse(shown.out().contains("\u001b") || shown.out().contains("\r"), shown.out());
    assertTrue(shown.out().contains(plays.size() + " scenarios: "), shown.out());
    CommandRun table = CommandRun.of("report", log, "--csv");
    int rows = plays.stream().mapToInt(play -> play.runs().size()).sum();
    assertEquals(1 + rows, table.out().lines().count(), table.out());
  }
}
