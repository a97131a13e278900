package duet.course.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.course.Course;
import duet.course.Template;
import duet.course.learner.Learner;
import duet.course.learner.Progress;
import duet.course.learner.Progress.StepKind;
import duet.lane.Jit;
import duet.lane.Lane;
import duet.lane.builtin.BuiltInLanes;
import duet.lane.protocol.Outcome;
import duet.scenario.InputFault;
import duet.scenario.folder.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The lesson of a new module is read: three sections, of which the second plays and the last one
/// sets an exercise.
class ReadingTest {
  @TempDir Path folder;

  private Learner learner = new Learner(Path.of(""));

  @BeforeEach
  void layOut() throws Exception {
    Path module = folder.resolve("mine/01-first");
    Template.layOut(module);
    Files.writeString(module.resolve("two_sleepers.py"), "start\nshort\nlong\ndone\n");
    Files.writeString(module.resolve("two_sleepers.java"), "start\nshort\nlong\ndone\n");
    learner = new Learner(folder.resolve("state"));
  }

  private void edit(String what, String with) throws Exception {
    Path lesson = folder.resolve("mine/01-first/lesson.md");
    String text = Files.readString(lesson);
    assertTrue(text.contains(what), text);
    Files.writeString(lesson, text.replace(what, with));
  }

  private void read() throws Exception {
    Course course = Course.of(BuiltInLanes.lanes().scripts(), folder.resolve("mine"), _ -> {});
    Reading.of(learner.courseContext(), course, course.modules().getFirst()).read(false);
  }

  private Set<String> sectionsRead() throws Exception {
    return learner.courseContext().progress().details(StepKind.READ, "01-first");
  }

  private Progress.Tally predictions() throws Exception {
    return learner.courseContext().progress().predictions();
  }

  private void assertSeen(String text) {
    assertTrue(learner.seen.toString().contains(text), learner.seen::toString);
  }

  @Test
  void whoeverLeavesAtTheEndOfASectionHasReadIt() throws Exception {
    learner.types("", "1.2", "long", "", "q");
    read();
    assertSeen("you: 1.2 s   ✓ python: 1.2 s   ✓ java: 1.2 s");
    assertSeen("you: long   ✗ python: short   ✗ java: short");
    assertEquals(new Progress.Tally(1, 2), predictions());
    assertEquals(Set.of("my-first-module", "two-sleepers"), sectionsRead());
    assertSeen("You are at 'Your turn'. 'duet learn --course mine 01-first' continues there.");
    learner.types("", "q");
    read();
    assertSeen("Continuing at 'Your turn'");
    assertSeen("You have finished My first module.");
    assertSeen("'duet learn --course mine at_once' starts one.");
    assertTrue(learner.courseContext().progress().has(StepKind.FINISHED, "01-first"));
  }

  @Test
  void whatIsPredictedOnceMoreDoesNotCount() throws Exception {
    learner.types("", "1", "", "", "q");
    read();
    learner.types("", "b", "9", "", "", "q"); // the last section, and back
    read();
    assertEquals(2, learner.played.size());
    assertEquals(new Progress.Tally(1, 1), predictions());
  }

  @Test
  void aPlayThatDoesNotAnswerMakesNoPredictionWrong() throws Exception {
    learner.outcome = Outcome.TIMED_OUT;
    learner.types("", "1", "short", "", "q");
    read();
    assertSeen("python: no answer   java: no answer");
    assertEquals(new Progress.Tally(0, 0), predictions());
  }

  @Test
  void aBusyMachineMakesNoPredictionWrong() throws Exception {
    learner.coreWait = OptionalDouble.of(0.7);
    learner.types("", "0.1", "short", "", "q");
    read();
    assertSeen("you: 0.1 s   ✗ python: 1.2 s   ✗ java: 1.2 s");
    assertSeen("The machine was busy: threads waited 0.7 s for a core.");
    assertEquals(new Progress.Tally(1, 1), predictions(), "only the one that was right counts");
  }

  @Test
  void nothingIsAskedOfALaneThatDoesNotPlay() throws Exception {
    edit("{ask: How many seconds will it take?,", "{ask: How many seconds?, lane: java,");
    learner.lanes = BuiltInLanes.lanes().withIds(List.of("python"));
    learner.types("", "short", "", "q");
    read();
    assertFalse(learner.seen.toString().contains("How many seconds?"), learner.seen::toString);
    assertEquals(new Progress.Tally(1, 1), predictions());
  }

  /// There is no Python 3.20 yet.
  @Test
  void whatIsNotInstalledIsToldOrLeftOut() throws Exception {
    edit(
        "run two_sleepers",
        "run two_sleepers --lanes cpython-3.20,java\nrun two_sleepers --lanes java");
    learner.types("", "", "q");
    read();
    assertSeen("Not played: cpython-3.20 is not installed here.");
    assertEquals(List.of("two_sleepers java at 1.0"), learner.played);
  }

  @Test
  void whatIsAskedOfACPythonIsAskedOnlyWhereThereIsOne() throws Exception {
    edit("{ask: How many seconds will it take?,", "{ask: How many seconds?, lane: cpython,");
    learner.types("", "short", "", "q");
    read();
    assertFalse(learner.seen.toString().contains("How many seconds?"), learner.seen::toString);
    edit("run two_sleepers", "run two_sleepers --lanes cpython,java");
    Lane cpython = BuiltInLanes.lanes().others().getFirst();
    boolean isHere = cpython.obstacle(Home.find(), Jit.AUTO).isEmpty();
    learner.types("", "b", "1.2", "", "q");
    read();
    assertEquals(isHere, learner.seen.toString().contains("How many seconds?"));
  }

  @Test
  void aLessonSaysHowItIsPlayed() throws Exception {
    edit(
        "run two_sleepers", "run two_sleepers --speed 2 --lanes java\nrun two_sleepers --repeat 3");
    learner.types("", "", "", "q");
    read();
    assertEquals(List.of("two_sleepers java at 2.0", "two_sleepers 3 times"), learner.played);
  }

  /// Lessons of other people are read in front of files of one's own.
  @Test
  void aLessonCannotHaveFilesWritten() throws Exception {
    Path notes = Files.writeString(folder.resolve("notes.txt"), "mine");
    edit("run two_sleepers", "run two_sleepers --repeat 2 --log " + notes);
    learner.types("", "", "", "q");
    InputFault fault = assertThrows(InputFault.class, this::read);
    assertEquals("a lesson cannot use '--log'", fault.getMessage());
    assertEquals(List.of(), learner.played);
    assertEquals("mine", Files.readString(notes));
  }

  @Test
  void aSignalThatEndsTheProgramEndsTheLesson() throws Exception {
    learner.outcome = Outcome.INTERRUPTED;
    learner.duringPlay = () -> learner.isToEnd = true;
    learner.types("", "", "", "", "r");
    read();
    assertEquals(1, learner.typed.size(), "nothing more is asked");
    assertEquals(Set.of("my-first-module"), sectionsRead());
  }
}
