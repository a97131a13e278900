package duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Learning as a learner does it: at a terminal, in a pipe, at the prompt of Duet.
class LearnIT {
  private static final Path EXERCISES = Duet.ROOT.resolve("scripts/04-synchronization/exercises");

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
    return folder.resolve("duet/copies/04-synchronization/exercises/deposit").resolve(name);
  }

  private void solve(String name) throws Exception {
    Files.copy(
        EXERCISES.resolve("solutions").resolve(name),
        copy(name),
        StandardCopyOption.REPLACE_EXISTING);
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
      window.await("一个数>").type("\r").await("回车运行 lock").type("\r");
      window.await("rule 2: a second thread asks").type("\u0003");
      window.await("运行被中断了。").await("r 再运行一次").type("r\r");
      window.await("rule 4: once released it is").await("（3/11）").type("q\r").awaitEnd();
    }
  }

  @Test
  void exercisesCanBeDoneWithoutAPrompt() throws Exception {
    Duet task = learn("learn", "deposit");
    assertEquals(0, task.status(), task.err());
    assertTrue(task.out().contains("Forty in the account"), task.out());
    assertTrue(task.out().contains(copy("deposit.py").toString()), task.out());
    solve("deposit.java");
    Duet check = learn("learn", "deposit", "--check");
    assertEquals(0, check.status(), check.out());
    assertTrue(check.out().contains("✓ Solved: java."), check.out());
    assertFalse(check.out().contains("python  "), "only what was changed is played");
    assertTrue(learn("learn", "deposit", "--hint").out().contains("Hint 1 of 3"));
    assertTrue(learn("learn", "deposit", "--reset").out().contains("deposit.1"));
    assertTrue(
        Files.readString(
                folder.resolve("duet/copies/04-synchronization/exercises/deposit.1/deposit.java"))
            .contains("lock.lock()"));
    Duet typo = learn("learn", "depisot");
    assertEquals(2, typo.status());
    assertTrue(typo.err().contains("Did you mean deposit?"), typo.err());
  }

  @Test
  void everySaveIsCheckedUntilTheLearnerInterrupts() throws Exception {
    String watch = Duet.LAUNCHER + " learn deposit --watch";
    try (Window window =
        Window.open(
            100,
            40,
            folder,
            Map.of("XDG_STATE_HOME", folder.toString()),
            "trap : INT; " + watch + "; echo status $?")) {
      window.await("Checking whenever you save").await("✗ Not solved yet: python, java.");
      solve("deposit.py");
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
