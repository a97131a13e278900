package duet.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import duet.lane.protocol.ThreadState;
import duet.run.Play;
import duet.scenario.InputFault;
import duet.scenario.declared.ExpectationsReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Main counts timers that rang: two of them where one is expected.
class LineCheckTest {
  private static final long MAIN = 1;
  private static final long TIMER = 2;

  private final MadeUpRun python = new MadeUpRun("python");
  private final MadeUpRun java = new MadeUpRun("java");

  private static Play play(Map<String, ?> expected, MadeUpRun... runs) throws InputFault {
    return MadeUpRun.play(
        ExpectationsReader.read(Path.of("s.duet.yaml"), expected, List.of("python", "java")), runs);
  }

  private Play ofSameLines() throws InputFault {
    Play play = play(Map.of(), python, java);
    return new Play(play.scenario().strict(), play.tempo(), play.speed(), play.runs());
  }

  private static String standing(Play play) {
    return ScenarioResult.of(play, 1).standing().word();
  }

  private static void tooMany(MadeUpRun run) {
    run.prints(TIMER, 290, "rings");
    run.prints(MAIN, 300, "rang: 2");
  }

  /// Main was late by more than the time between the two lines.
  private static void isHeldUp(MadeUpRun run) {
    run.was(MAIN, ThreadState.SLEEP, 0, 150);
    run.was(MAIN, ThreadState.READY, 150, 300);
  }

  private static final List<Map<String, Object>> BROKEN =
      List.of(
          Map.of("prints", List.of("rings", "rang: 1")),
          Map.of("includes", List.of("rang: 1")),
          Map.of("never", List.of("rang: 2")));

  @Test
  void whatAQuietMachinePrintedIsWrong() throws Exception {
    tooMany(python);
    python.was(MAIN, ThreadState.SLEEP, 0, 300);
    for (Map<String, Object> expected : BROKEN) {
      assertEquals("failed", standing(play(expected, python)), expected::toString);
    }
  }

  @Test
  void whatABusyMachinePrintedMayBeItsDoing() throws Exception {
    tooMany(python);
    isHeldUp(python);
    for (Map<String, Object> expected : BROKEN) {
      assertEquals("undecided", standing(play(expected, python)), expected::toString);
    }
    assertEquals(
        List.of(
            "python: not decided: expected the line 'rang: 1'; it is missing, but waits for a core"
                + " may have changed what it printed"),
        Judgement.of(play(BROKEN.get(1), python)).undecided().stream()
            .map(UndecidedExpectation::sentence)
            .toList());
  }

  /// Nobody else prints, so nobody comes before or after it.
  @Test
  void whatTheOnlyThreadPrintsIsItsOwn() throws Exception {
    python.prints(MAIN, 300, "rang: 2");
    isHeldUp(python);
    for (Map<String, Object> expected : BROKEN) {
      assertEquals("failed", standing(play(expected, python)), expected::toString);
    }
  }

  @Test
  void aLaneThatWasHeldUpMayDifferFromTheOther() throws Exception {
    tooMany(python);
    isHeldUp(python);
    java.prints(TIMER, 290, "rings");
    java.prints(MAIN, 300, "rang: 1");
    java.was(MAIN, ThreadState.SLEEP, 0, 300);
    Play play = ofSameLines();
    assertEquals("undecided", standing(play));
    assertEquals(
        List.of(
            "not decided: expected the same lines on both lanes; only python printed 'rang: 2',"
                + " only java printed 'rang: 1', but waits for a core may have changed what it"
                + " printed"),
        Judgement.of(play).undecided().stream().map(UndecidedExpectation::sentence).toList());
  }

  @Test
  void lanesThatDifferOnAQuietMachineAreWrong() throws Exception {
    tooMany(python);
    java.prints(TIMER, 290, "rings");
    java.prints(MAIN, 300, "rang: 1");
    assertEquals("failed", standing(ofSameLines()));
  }
}
