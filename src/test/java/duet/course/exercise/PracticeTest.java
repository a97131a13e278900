package duet.course.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.course.Course;
import duet.course.Template;
import duet.course.learner.Learner;
import duet.course.learner.Progress.StepKind;
import duet.lane.builtin.BuiltInLanes;
import duet.lane.protocol.Outcome;
import duet.scenario.Exercise;
import duet.scenario.declared.Translation;
import duet.scenario.folder.StateFolder;
import duet.scenario.found.PrivateCopies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Work on the exercise of a new module, which wants the lines long, short and done, and 1 to 1.4
/// seconds.
class PracticeTest {
  private static final String SOLVED = "long\nshort\ndone\n";

  @TempDir Path folder;

  private Learner learner = new Learner(Path.of(""));

  @BeforeEach
  void layOut() throws Exception {
    Template.layOut(folder.resolve("mine/01-first"));
    learner = new Learner(folder.resolve("state"));
  }

  private Exercise exercise() throws Exception {
    return Course.of(BuiltInLanes.lanes().scripts(), folder.resolve("mine"), _ -> {})
        .exercise("at_once")
        .orElseThrow();
  }

  private Practice practice(boolean atPrompt) throws Exception {
    return new Practice(
        new Assignment(learner.courseContext(), exercise(), "at_once", Translation.NONE, atPrompt));
  }

  private Path copy(String name) throws Exception {
    new PrivateCopies(
            new StateFolder(folder.resolve("state")), BuiltInLanes.lanes().scripts().languages())
        .make(exercise().start());
    return folder.resolve("state/copies/01-first/exercises/at_once").resolve(name);
  }

  private Set<String> solved() throws Exception {
    return learner.courseContext().progress().details(StepKind.SOLVED, "01-first/at_once");
  }

  private void assertSeen(String text) {
    assertTrue(learner.seen.toString().contains(text), learner.seen::toString);
  }

  @Test
  void onlyWhatIsChangedIsPlayedAndSolved() throws Exception {
    Files.writeString(copy("at_once.py"), SOLVED);
    assertTrue(practice(false).check());
    assertEquals(List.of("at_once python at 1.0"), learner.played);
    assertEquals(Set.of("python"), solved());
    assertSeen("✓ Solved: python. 'duet learn --course mine at_once --solution' shows");
    assertSeen("Still to solve: java");
  }

  @Test
  void whatIsNotSolvedYetSaysWhereAHintIs() throws Exception {
    assertFalse(practice(false).check());
    assertSeen("You have not changed python, java yet.");
    assertSeen("✗ Not solved yet: python, java. 'duet learn --course mine at_once --hint' gives");
    learner.types("", "q");
    practice(true).work();
    assertSeen("✗ Not solved yet: python, java. h gives a hint.");
  }

  /// Another lane than the one that was worked on.
  @Test
  void onlyLanesThatWereChosenArePlayed() throws Exception {
    Files.writeString(copy("at_once.java"), SOLVED);
    learner.lanes = BuiltInLanes.lanes().withIds(List.of("python"));
    assertFalse(practice(false).check());
    assertSeen("You have not changed python yet.");
    assertEquals(List.of("at_once python at 1.0"), learner.played);
    Files.writeString(copy("at_once.py"), SOLVED);
    assertTrue(practice(false).watch(), "nothing is left to do on the lane that was chosen");
    assertEquals(Set.of("python"), solved());
  }

  /// Ten times as fast, a program that takes too long is in time.
  @Test
  void whatPassesFastHasToPassAtItsOwnSpeed() throws Exception {
    Files.writeString(copy("at_once.py"), SOLVED);
    learner.speed = 10;
    learner.wall = at -> 1.5 / at;
    assertFalse(practice(false).check());
    assertEquals(List.of("at_once python at 10.0", "at_once python at 1.0"), learner.played);
    assertEquals(Set.of(), solved());
    learner.wall = at -> 1.2 / at;
    assertTrue(practice(false).check());
  }

  @Test
  void aFaultIsToldAndTheExerciseGoesOn() throws Exception {
    learner.types("x", "e", "h", "q");
    practice(true).work();
    assertSeen("'x' is not one of these letters.");
    assertSeen("the editor ended with status 1\nThe files are as it has left them.");
    assertSeen("Hint 1 of 2:");
    assertEquals(List.of(), learner.played);
  }

  @Test
  void aSolutionInOneLanguageDoesNotGiveTheOtherAway() throws Exception {
    Files.writeString(copy("at_once.py"), SOLVED);
    learner.types("", "s", "n", "q");
    practice(true).work();
    assertSeen("at_once.py");
    assertSeen("You have not solved java yet. y shows");
    assertFalse(learner.seen.toString().contains("void main"), learner.seen::toString);
    learner.types("s", "y", "q");
    practice(true).work();
    assertSeen("void main");
  }

  /// An editor lays the old file aside, and puts a new one in its place.
  @Test
  void everySaveIsCheckedUntilItIsSolved() throws Exception {
    Path python = copy("at_once.py");
    Path java = copy("at_once.java");
    learner.duringPlay =
        () -> {
          try {
            Files.move(python, python.resolveSibling("at_once.py~" + learner.played.size()));
            Files.writeString(python, SOLVED);
            Files.writeString(java, SOLVED);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        };
    assertTrue(practice(false).watch());
    assertEquals(
        List.of("at_once python, java at 1.0", "at_once python, java at 1.0"), learner.played);
  }

  @Test
  void aWatchEndsWhenSomebodyInterruptsAPlay() throws Exception {
    learner.outcome = Outcome.INTERRUPTED;
    assertFalse(practice(false).watch());
    assertFalse(Thread.interrupted());
    assertEquals(1, learner.played.size());
  }

  @Test
  void aSignalThatEndsTheProgramEndsTheExercise() throws Exception {
    learner.types("", "h");
    learner.outcome = Outcome.INTERRUPTED;
    learner.duringPlay = () -> learner.isToEnd = true;
    practice(true).work();
    assertEquals(1, learner.typed.size(), "nothing more is asked");
    assertTrue(Thread.interrupted());
  }

  @Test
  void whoeverHasChangedAnEarlierStartIsTold() throws Exception {
    Path copy = copy("at_once.py");
    Files.writeString(copy, "mine");
    Files.writeString(folder.resolve("mine/01-first/exercises/at_once.py"), "a better start");
    practice(false).task();
    assertSeen("'duet learn --course mine at_once --reset' starts the new one");
    practice(false).reset();
    learner.seen.setLength(0);
    practice(false).task();
    assertFalse(learner.seen.toString().contains("has changed since"), learner.seen::toString);
    assertEquals("a better start", Files.readString(copy));
  }
}
