package duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// Bad input gets a clear message, the right exit code, and loses nothing.
class BadInputIT {
  @TempDir private Path folder;

  @Test
  void anUnknownScenarioIsAnsweredWithNearNames() throws Exception {
    Duet run = Duet.run("run", "thread_functoin");
    assertEquals(2, run.status());
    assertTrue(run.err().contains("Did you mean thread_function?"), run.err());
    assertClean(run);
  }

  @Test
  void aMissingFileIsNamed() throws Exception {
    Duet run = Duet.run("run", folder.resolve("missing.py"));
    assertEquals(2, run.status());
    assertTrue(run.err().contains("missing.py"), run.err());
    assertClean(run);
  }

  @Test
  void anEmptyFolderHasNothingToPlay() throws Exception {
    Duet run = Duet.run("run", folder);
    assertEquals(5, run.status());
    assertClean(run);
  }

  @Test
  void wrongOptionsAreWrongUsage() throws Exception {
    for (String option :
        new String[] {"--speed=0", "--timeout=soon", "--lanes=ruby", "--no-such"}) {
      Duet run = Duet.run("run", "lock", option);
      assertEquals(2, run.status(), option);
      assertFalse(run.err().isBlank(), option);
      assertClean(run);
    }
    assertEquals(2, Duet.run("rnu").status());
  }

  @Test
  void pythonSyntaxErrorsPointIntoTheLearnersLine() throws Exception {
    Duet run =
        Duet.run("run", script("bad.py", "print('never')\nfor i in range(3)\n    print(i)\n"));
    assertEquals(1, run.status());
    assertTrue(run.out().contains("bad.py:2: SyntaxError"), run.out());
    assertTrue(run.out().contains("for i in range(3)\n                  ^"), run.out());
    assertTrue(run.out().contains("rejected"), run.out());
    assertFalse(run.out().contains("never"), run.out());
    assertClean(run);
  }

  @Test
  void javaCompileErrorsPointIntoTheLearnersLine() throws Exception {
    Path file = script("bad.java", "void main() {\n  int n = \"one\";\n}\n");
    Duet run = Duet.run("run", file);
    assertEquals(1, run.status());
    assertTrue(run.out().contains("bad.java:2: error: incompatible types"), run.out());
    assertTrue(run.out().contains("  int n = \"one\";\n           ^"), run.out());
    assertClean(run);
  }

  @Test
  void javaWithoutMainIsTold() throws Exception {
    Duet run = Duet.run("run", script("Nothing.java", "class Nothing {}\n"));
    assertEquals(1, run.status());
    assertTrue(run.out().contains("no main method"), run.out());
    Duet blank = Duet.run("run", script("comment.java", "// nothing here\n"));
    assertEquals(1, blank.status());
    assertClean(blank);
  }

  @Test
  void exceptionsShowTheLearnersFramesOnly() throws Exception {
    script("boom.py", "def inner():\n    raise ValueError('so bad')\n\nprint('before')\ninner()\n");
    script(
        "boom.java",
        """
        void inner() {
          throw new IllegalStateException("so bad");
        }

        void main() {
          IO.println("before");
          inner();
        }
        """);
    Duet run = Duet.run("run", folder);
    assertEquals(1, run.status());
    assertTrue(
        run.out().contains("uncaught in thread main at boom.py:2: ValueError: so bad"), run.out());
    assertTrue(
        run.out()
            .contains(
                "uncaught in thread main at boom.java:2: java.lang.IllegalStateException: so bad"),
        run.out());
    assertEquals(2, count(run.out(), " before"), "the log up to there is kept");
    assertTrue(run.out().contains("at boom.inner(boom.java:2)"), run.out());
    for (String foreign : new String[] {"duet.lane", "<duet>", "java.base", "reflect"}) {
      assertFalse(run.out().contains(foreign), run.out());
    }
    assertClean(run);
  }

  @Test
  void exceptionsInThreadsNameTheThread() throws Exception {
    script(
        "boom.py",
        """
        import threading

        def work():
            raise KeyError('lost')

        t = threading.Thread(target=work, name='worker')
        t.start()
        t.join()
        print('main goes on')
        """);
    script(
        "boom.java",
        """
        void main() throws Exception {
          var t = Thread.ofPlatform().name("worker").start(() -> List.of().getFirst());
          t.join();
          IO.println("main goes on");
        }
        """);
    Duet run = Duet.run("run", folder);
    assertEquals(1, run.status());
    assertTrue(
        run.out().contains("uncaught in thread worker at boom.py:4: KeyError: 'lost'"), run.out());
    assertTrue(run.out().contains("uncaught in thread worker at boom.java:2"), run.out());
    assertTrue(run.out().contains("Exception in thread worker:"), run.out());
    assertTrue(run.out().contains("Exception in thread \"worker\""), run.out());
    assertEquals(2, count(run.out(), "main goes on"));
    assertFalse(run.out().contains("threading.py"), run.out());
    assertClean(run);
  }

  @Test
  @EnabledIfSystemProperty(named = "duet.thorough", matches = "true") // as in the corpus
  void whatIsNotUtf8IsTold() throws Exception {
    Path file = folder.resolve("latin.py");
    Files.write(file, "x = 1\nprint('caf\u00e9')\n".getBytes(StandardCharsets.ISO_8859_1));
    Duet run = Duet.run("run", file);
    assertEquals(1, run.status());
    String error =
        "latin.py:2: SyntaxError: Non-UTF-8 code starting with '\\xe9' in file latin.py on";
    assertTrue(run.out().replaceAll("\\s+", " ").contains(error), run.out());
    Duet shown = Duet.run("show", file);
    assertTrue(shown.err().replaceAll("\\s+", " ").contains(error), shown.err());
    assertClean(run);
  }

  @Test
  void anEmptyFileIsTold() throws Exception {
    Duet run = Duet.run("run", script("empty.py", "\n  \n"));
    assertEquals(1, run.status());
    assertTrue(run.out().contains("empty.py: the file is empty"), run.out());
    assertClean(run);
  }

  @Test
  void aTimeoutKeepsThePartialLogAndTheOtherLane() throws Exception {
    script("hang.py", "print('first')\nwhile True: pass\n");
    script("hang.java", "void main() { IO.println(\"first\"); IO.println(\"done\"); }\n");
    Duet run = Duet.run("run", folder, "--timeout", "1500ms");
    assertEquals(1, run.status());
    assertEquals(2, count(run.out(), "first"), run.out());
    assertTrue(run.out().contains("timed out"), run.out());
    assertTrue(run.out().contains("still running after 1.5 s"), run.out());
    assertTrue(run.out().matches("(?s).*java +\\d.*completed.*"), run.out());
    assertClean(run);
  }

  @Test
  @EnabledIfSystemProperty(named = "duet.thorough", matches = "true") // as in the corpus
  void aTimeoutKeepsALineWithoutItsEnd() throws Exception {
    script("hang.py", "print('almost', end='', flush=True)\nwhile True: pass\n");
    script("hang.java", "void main() { IO.print(\"almost\"); while (true) {} }\n");
    Duet run = Duet.run("run", folder, "--timeout", "1500ms");
    assertEquals(1, run.status());
    assertEquals(2, count(run.out(), " almost\n"), run.out());
    assertTrue(
        run.out().matches("(?s).* java +\\d\\.\\d\\d s +\\d\\.\\d\\d s.*"),
        "CPU is told: " + run.out());
  }

  @Test
  @EnabledIfSystemProperty(named = "duet.thorough", matches = "true") // as in the corpus
  void exitsKeepTheirMeaning() throws Exception {
    script("leave.py", "import sys\nprint('bye', end='')\nsys.exit(3)\n");
    script("leave.java", "void main() { IO.print(\"bye\"); System.exit(3); }\n");
    Duet run = Duet.run("run", folder);
    assertEquals(1, run.status());
    assertEquals(2, count(run.out(), "the script exited with status 3"), run.out());
    assertEquals(2, count(run.out(), " bye"), "a line without end is kept: " + run.out());
    script("leave.py", "import sys\nsys.exit()\n");
    script("leave.java", "void main() { System.exit(0); }\n");
    assertEquals(0, Duet.run("run", folder).status());
  }

  private Path script(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text);
  }

  private static int count(String text, String piece) {
    return text.split(java.util.regex.Pattern.quote(piece), -1).length - 1;
  }

  /// No stack trace of ours.
  private static void assertClean(Duet run) {
    assertFalse((run.out() + run.err()).contains("at duet."), run.err());
  }
}
