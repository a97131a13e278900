package duet.course.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.compare.ResultCounts;
import duet.lane.Jit;
import duet.lane.Lane;
import duet.lane.builtin.BuiltInLanes;
import duet.run.PlayOptions;
import duet.run.Tempo;
import duet.scenario.InputFault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LessonRunReaderTest {
  private static LessonRun run(String options) throws InputFault {
    return LessonRunReader.read(
        options.isEmpty() ? List.of() : List.of(options.split(" ")), BuiltInLanes.lanes());
  }

  @Test
  void aLessonSaysHowOftenAndOnWhatItPlays() throws Exception {
    assertEquals(LessonRun.PLAIN, run(""));
    LessonRun sweep = run("--sweep 1,2,4 --repeat=2");
    assertTrue(sweep.isSeries());
    assertEquals(List.of(1, 2, 4), sweep.sweep());
    assertEquals(2, sweep.times());
    assertEquals(3, run("--sweep 1,2").times());
    assertEquals(ResultCounts.By.ORDER, run("--repeat 5 --by order").by());
    assertFalse(run("--speed 2 --lanes java").isSeries());
    assertEquals(Optional.of(Tempo.IN_TURN), run("--in-turn").tempo());
  }

  @Test
  void whatTheLearnerHasChosenHoldsUnlessTheLessonSaysOtherwise() throws Exception {
    var learners =
        PlayOptions.on(BuiltInLanes.lanes().usual())
            .speed(4)
            .jit(Jit.OFF)
            .timeout(Duration.ofSeconds(5))
            .sandbox(true)
            .maxLines(50)
            .build();
    assertEquals(
        learners, run("--repeat 2").options(learners), "confined, and no longer than that");
    PlayOptions slower = run("--speed=0.5 --lanes java").options(learners);
    assertEquals(0.5, slower.speed());
    assertEquals(List.of("java"), slower.lanes().stream().map(Lane::id).toList());
    assertTrue(slower.sandbox());
  }

  @Test
  void nothingElseIsALessonsToSay() {
    for (String options :
        List.of(
            "--log notes.txt",
            "--html=page.html",
            "--timeout 1h",
            "other_scenario",
            "--repeat",
            "--repeat 0",
            "--repeat 0 --sweep 1,2",
            "--together --in-turn",
            "@/etc/hostname",
            "--sweep 1,x",
            "--by colour",
            "--speed NaN",
            "--lanes cobol")) {
      InputFault fault = assertThrows(InputFault.class, () -> run(options), options);
      assertTrue(
          String.valueOf(fault.getMessage())
              .matches("a lesson cannot (play|use).*|there is no lane.*"),
          fault.getMessage());
    }
  }
}
