package duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

/// Learning as a learner does it: at a terminal, in a pipe, at the prompt of Duet.
@Measuring
class LearnIT {
  private static final Path EXERCISES = Duet.ROOT.resolve("scripts/01-threads/exercises");

  @TempDir Path folder;

  private Window open(String command) throws Exception {
    return Window.open(
        100,
        40,
        folder,
        Map.of("XDG_STATE_HOME", folder.toString()),
        Duet.LAUNCHER + " " + command);
  }

  private Duet learn(Object... arguments) {
    return Duet.run(Map.of("XDG_STATE_HOME", folder.toString(), "LC_ALL", "C.UTF-8"), arguments);
  }

  private Path copy(String name) {
    return folder.resolve("duet/copies/01-threads/exercises/overlap").resolve(name);
  }

  private void solve(String name) throws Exception {
    Files.copy(
        EXERCISES.resolve("solutions").resolve(name),
        copy(name),
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

  @Test
  void aTerminalIsAskedForItsAnswers() throws Exception {
    try (Window window = open("learn 01")) {
      window.await("(1 of 10)").type("\r").await("(2 of 10)").type("\u0004").awaitEnd();
    }
  }

  @Test
  void aPlayThatIsInterruptedIsNotTheEndOfTheLesson() throws Exception {
    try (Window window = open("learn 04 --lang zh")) {
      window.await("（1/11）").type("\r").await("（2/11）").type("\r");
      window.await("一个数>").type("\r").await("回车播放 lock").type("\r");
      window.await("rule 2: a second thread asks").type("\u0003");
      window.await("播放被中断了。").await("r 再放一次").type("r\r");
      window.await("rule 4: once released it is").await("（3/11）").type("q\r").awaitEnd();
    }
  }

  @Test
  void exercisesCanBeDoneWithoutAPrompt() throws Exception {
    Duet task = learn("learn", "overlap");
    assertEquals(0, task.status(), task.err());
    assertTrue(task.out().contains("Let them overlap"), task.out());
    assertTrue(task.out().contains(copy("overlap.py").toString()), task.out());
    solve("overlap.java");
    Duet check = learn("learn", "overlap", "--check");
    assertEquals(0, check.status(), check.out());
    assertTrue(check.out().contains("✓ Solved: java."), check.out());
    assertFalse(check.out().contains("python  "), "only what was changed is played");
    assertTrue(learn("learn", "overlap", "--hint").out().contains("Hint 1 of 3"));
    assertTrue(learn("learn", "overlap", "--reset").out().contains("overlap.1"));
    assertTrue(
        Files.readString(folder.resolve("duet/copies/01-threads/exercises/overlap.1/overlap.java"))
            .contains("all at once"));
    Duet typo = learn("learn", "overlop");
    assertEquals(2, typo.status());
    assertTrue(typo.err().contains("Did you mean overlap?"), typo.err());
  }

  @Test
  void everySaveIsCheckedUntilTheLearnerInterrupts() throws Exception {
    String watch = Duet.LAUNCHER + " learn overlap --watch";
    try (Window window =
        Window.open(
            100,
            40,
            folder,
            Map.of("XDG_STATE_HOME", folder.toString()),
            "trap : INT; " + watch + "; echo status $?")) {
      window.await("Checking whenever you save").await("✗ Not solved yet: python, java.");
      solve("overlap.py");
      window.await("✓ Solved: python.").await("Still to solve: java");
      window.type("\u0003").await("status 130").awaitEnd();
    }
  }

  @Test
  void aLessonIsPrintedWhereNobodySits() throws Exception {
    Duet english = learn("learn", "01");
    assertEquals(0, english.status(), english.err());
    assertTrue(english.out().contains("The lock that you cannot see"), english.out());
    assertFalse(english.out().contains("measured:"), "comments are not for readers");
    Duet chinese = learn("learn", "01", "--lang", "zh");
    assertTrue(chinese.out().contains("看不见的锁"), chinese.out());
    assertTrue(learn("learn", "--lang", "zh").out().contains("创建线程的三种方法"));
  }

  @Test
  void thePromptOfDuetTeachesToo() throws Exception {
    try (Window window = open("")) {
      window.awaitPrompt("duet>").enter("learn 02");
      window.await("(1 of 6)").type("q\r").await("continues there");
      window.awaitPrompt("duet>").type("quit\r").awaitEnd();
    }
  }
}
