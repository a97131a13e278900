package duet.render.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.compare.ThreadActivity;
import duet.compare.Timeline;
import duet.console.Screen;
import duet.console.Theme;
import duet.lane.protocol.HostMessage.State;
import duet.lane.protocol.Outcome;
import duet.lane.protocol.ThreadState;
import duet.lane.protocol.Usage;
import duet.log.LineSink;
import duet.log.PlayWriter;
import duet.run.Play;
import duet.run.Run;
import duet.run.Tempo;
import duet.scenario.Scenarios;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class TimelineViewTest {
  private static State state(long tid, String thread, ThreadState state, double from, double to) {
    return new State(tid, thread, state, (long) (from * 1e9), (long) (to * 1e9), "", 0);
  }

  private static Timeline timeline(List<State> python, List<State> java) {
    var scenario = Scenarios.plain();
    var runs = List.of(run("python", python), run("java", java));
    return Timeline.of(new Play(scenario, Tempo.TOGETHER, 1, runs)).orElseThrow();
  }

  private static Run run(String lane, List<State> states) {
    return new Run(
        lane,
        lane.equals("python"),
        "",
        List.of(),
        0,
        Outcome.COMPLETED,
        Usage.ofWall(2),
        "",
        states);
  }

  private static String shown(Timeline timeline, int width, boolean ascii) {
    var out = new StringBuilder();
    new TimelineView(new Screen(out, new Theme(false), width, false), ascii).write(timeline);
    return out.toString();
  }

  private static final Timeline TWO =
      timeline(
          List.of(
              state(1, "main", ThreadState.JOIN, 0, 2),
              state(2, "a", ThreadState.RUNNING, 0, 1),
              state(2, "a", ThreadState.GIL, 1, 2),
              state(3, "b", ThreadState.LOCK, 0.5, 1),
              state(3, "b", ThreadState.IO, 1, 1.5)),
          List.of(
              state(1, "main", ThreadState.SLEEP, 0, 1), state(1, "main", ThreadState.WAIT, 1, 2)));

  @Test
  void everyThreadHasARowOnOneScale() {
    assertEquals(
        """

         python  main   ······························  join 100 %
                 a      ███████████████▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒  run 50 %  GIL 50 %
                 b              ╳╳╳╳╳╳╳≈≈≈≈≈≈≈≈         lock 50 %  I/O 50 %
                 GIL    aaaaaaaaaaaaaaa_______________  a 50 %
         java    main   ───────────────┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄  wait 50 %  sleep 50 %
                        0              1        2.00 s
         █ running   ▒ waiting for the GIL   ╳ waiting for a lock
         ┄ waiting for a signal   · joining   ─ sleeping   ≈ I/O
         GIL: a character of the holder's name   _ free
        """,
        shown(TWO, 69, false));
  }

  /// Whoever cannot see something says so.
  @Test
  void whatIsInTheWayIsToldOnce() {
    Run seen = run("java", List.of(state(1, "main", ThreadState.SLEEP, 0, 2)));
    var unseen =
        new Run(
            "cpython",
            true,
            "",
            List.of(),
            0,
            Outcome.COMPLETED,
            Usage.ofWall(2),
            "",
            List.of(state(1, "main", ThreadState.UNKNOWN, 0, 2)),
            "a wall is in the way");
    var play = new Play(Scenarios.plain(), Tempo.TOGETHER, 1, List.of(seen, unseen));
    String shown = shown(Timeline.of(play).orElseThrow(), 69, false);
    assertTrue(shown.endsWith(" cpython: a wall is in the way\n"), shown);
    assertEquals(2, shown.split("a wall", -1).length, shown);
    assertEquals(OptionalDouble.empty(), ThreadActivity.of(unseen).gilWait());
    var lines = new ArrayList<String>();
    var written = new PlayWriter(LineSink.of(lines::add, () -> {}));
    play.runs().forEach(written::ended);
    assertFalse(lines.getFirst().contains("unseen"), lines.getFirst());
    assertTrue(lines.getLast().endsWith("\"unseen\":\"a wall is in the way\"}"), lines.getLast());
  }

  /// Neither is a part of computing, and what is not known is not left out.
  @Test
  void waitsForACoreAndWhatIsNotKnownAreShown() {
    Timeline timeline =
        timeline(
            List.of(
                state(1, "a", ThreadState.RUNNING, 0, 0.5),
                state(1, "a", ThreadState.READY, 0.5, 1),
                state(1, "a", ThreadState.UNKNOWN, 1, 2)),
            List.of());
    assertEquals(
        """

         python  a   ████████░░░░░░░░?????????????????  ? 50 %  run 25 %
                     0                1         2.00 s
         █ running   ░ waiting for a core   ? not known
        """,
        shown(timeline, 69, false));
  }

  /// It lived, so it has a row.
  @Test
  void aThreadThatWasTooShortToSeeIsShown() {
    String shown =
        shown(
            timeline(
                List.of(),
                List.of(
                    state(1, "main", ThreadState.SLEEP, 0, 2),
                    state(2, "p", ThreadState.UNKNOWN, 1, 1.000_1))),
            69,
            false);
    assertTrue(shown.lines().anyMatch(l -> l.matches(" +p +\\? +too short to see")), shown);
  }

  @Test
  void asciiIsAscii() {
    String shown = shown(TWO, 80, true);
    assertTrue(shown.chars().allMatch(c -> c < 128), shown);
    assertTrue(shown.contains("#%") && shown.contains("x~") && shown.contains("-."), shown);
  }

  @Test
  void manyThreadsAreCounted() {
    var states = new ArrayList<State>();
    for (int i = 0; i < 40; i++) {
      states.add(state(i, "t" + i, ThreadState.SLEEP, 0, 1));
    }
    String shown = shown(timeline(states, List.of()), 80, false);
    assertTrue(shown.contains("… and 29 more threads"), shown);
  }

  /// A run may take milliseconds or minutes.
  @Test
  void secondsAreRoundAndAsExactAsTheyHaveToBe() {
    assertEquals("0         0.005     0.010      0.019 s", TimelineView.axis(0.019, 38));
    assertEquals("0            1             2 2.60 s", TimelineView.axis(2.6, 35));
    assertEquals("0                50       100.00 s", TimelineView.axis(100, 34));
  }
}
