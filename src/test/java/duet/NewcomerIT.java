package duet;

import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.cli.CommandRun;
import duet.console.TestConsole;
import duet.program.TestContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A newcomer reads a lesson, predicts and solves: predictions and exercises about times are right
/// or wrong on a quiet machine only.
@Measuring
class NewcomerIT {
  private static final Path EXERCISES = Duet.ROOT.resolve("scripts/01-threads/exercises");

  @TempDir Path folder;

  private Duet learn(Object... arguments) {
    return Duet.run(Map.of("XDG_STATE_HOME", folder.toString(), "LC_ALL", "C.UTF-8"), arguments);
  }

  private void solve(String name) throws Exception {
    Files.copy(
        EXERCISES.resolve("solutions").resolve(name),
        folder.resolve("duet/copies/01-threads/exercises/overlap").resolve(name),
        StandardCopyOption.REPLACE_EXISTING);
  }

  /// What is shown to somebody at a terminal who types these lines.
  private String seen(List<String> typed, Object... arguments) {
    var environment = Map.of("XDG_STATE_HOME", folder.toString(), "NO_COLOR", "1");
    var console =
        new TestConsole(environment).terminal(100).interactive(typed.toArray(String[]::new));
    String out = CommandRun.in(TestContext.with(console, environment), console, arguments).out();
    assertTrue(console.typed().isEmpty(), () -> console.typed() + " was not asked for:\n" + out);
    return out;
  }

  /// From the contents to a solved exercise: what a newcomer does in module 01.
  @Test
  void aNewcomerReadsPredictsAndSolves() throws Exception {
    assertTrue(learn("learn").out().contains("Next: duet learn 01-threads"));
    String lesson = seen(List.of("", "", "", "60", "loop1", "", "q"), "learn", "01", "--speed", 20);
    for (String part :
        List.of(
            "(3 of 10)",
            "seconds (at speed 1)>",
            "a number or the words>",
            "Enter plays thread_function",
            "(4 of 10)",
            "you: 60.0 s   ✗ python: ",
            "you: loop1   ✓ python: loop1   ✓ java: loop1",
            "both lanes: they overlapped",
            "continues there")) {
      assertTrue(lesson.contains(part), () -> "no " + part + ":\n" + lesson);
    }
    String later = seen(List.of(), "learn", "01", "--speed", 20);
    assertTrue(later.contains("Continuing at 'A thread around an object'"), later);
    String begun = seen(List.of("h", "", "q"), "learn", "overlap");
    assertTrue(begun.contains("Hint 1 of 3:"), begun);
    assertTrue(begun.contains("✗ Not solved yet: python, java."), begun);
    solve("overlap.py");
    String half = seen(List.of("", "q"), "learn", "overlap");
    assertTrue(half.contains("✓ Solved: python."), half);
    assertTrue(half.contains("Still to solve: java"), half);
    String contents = learn("learn").out();
    assertTrue(contents.contains("4 of 10 sections"), contents);
    assertTrue(contents.contains("exercises 1 of 2 · overlap ✓, not_for_ever"), contents);
    // A busy machine leaves open whether the other one was wrong.
    assertTrue(contents.matches("(?s).*Right predictions: 1 of [12].*"), contents);
  }
}
