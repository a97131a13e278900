package duet.render.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.HostMessage.State;
import duet.lane.protocol.Outcome;
import duet.lane.protocol.OutputChannel;
import duet.lane.protocol.ThreadState;
import duet.lane.protocol.Usage;
import duet.run.Play;
import duet.run.Run;
import duet.run.Tempo;
import duet.scenario.Scenarios;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaySectionTest {
  /// Elements that must be closed by hand: a stray end would close what is around it.
  private static final Pattern TAG =
      Pattern.compile("<(/?)(html|head|body|div|section|details|table|svg|h1|h2|p|pre|style)\\b");

  @TempDir private Path folder;

  @Test
  void everyElementEndsWhereItBegan() throws Exception {
    String page = page(play(3));
    var open = new ArrayDeque<String>();
    for (MatchResult tag : TAG.matcher(page).results().toList()) {
      if (tag.group(1).isEmpty()) {
        open.push(tag.group(2));
      } else {
        assertEquals(open.poll(), tag.group(2), page.substring(0, tag.end()));
      }
    }
    assertTrue(open.isEmpty(), open.toString());
  }

  /// Both lanes' logs are in the grid that puts them side by side.
  @Test
  void bothLogsStandInOneGrid() throws Exception {
    String page = page(play(3));
    String grid = page.substring(page.indexOf("<div class=\"lanes\">"));
    assertEquals(2, grid.split("<section>", -1).length - 1);
    assertEquals(2, grid.split("<div class=\"scroll\"><table class=\"log\">", -1).length - 1);
  }

  /// A drawing's numbers have a point, whatever the user's language writes.
  @Test
  void numbersAreWrittenTheSameEverywhere() throws Exception {
    Play play = play(3);
    String page = page(play);
    Locale own = Locale.getDefault();
    try {
      for (String language : List.of("de-DE", "ar-EG-u-nu-arab")) {
        Locale.setDefault(Locale.forLanguageTag(language));
        assertEquals(page, page(play), language);
      }
    } finally {
      Locale.setDefault(own);
    }
  }

  private String page(Play play) throws Exception {
    Path file = folder.resolve("page.html");
    try (PlayPage page = PlayPage.open(file)) {
      page.finished(play);
    }
    return Files.readString(file);
  }

  private static Play play(int lines) {
    return new Play(
        Scenarios.plain(), Tempo.TOGETHER, 1, List.of(run("python", lines), run("java", lines)));
  }

  private static Run run(String lane, int count) {
    var lines = new ArrayList<Line>();
    IntStream.range(0, count)
        .forEach(
            i ->
                lines.add(
                    new Line(
                        i + 1, (i + 1) * 1_500_000L, "loop", i % 3, OutputChannel.OUT, "<line>")));
    var states = new ArrayList<State>();
    for (int tid = 0; tid < 3; tid++) {
      states.add(new State(tid, "loop", ThreadState.SLEEP, 0, 1_234_567_890L, "loop", 0));
    }
    return new Run(
        lane, "Test 1", lines, 0, Outcome.FAILED, Usage.ofWall(1.25), "it failed", states);
  }
}
