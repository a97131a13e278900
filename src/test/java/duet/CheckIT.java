package duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.course.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A new module is sound, and whatever is broken in it is told, each thing in one sentence.
@Measuring
class CheckIT {
  @TempDir Path folder;

  private Path module;

  @BeforeEach
  void layOut() throws Exception {
    module = folder.resolve("course").resolve("01-first");
    Template.layOut(module);
  }

  private Duet check(int retry) throws Exception {
    return Duet.run("check", folder.resolve("course"), "--speed", 5, "--retry", retry);
  }

  private static void edit(Path file, String what, String with) throws IOException {
    String text = Files.readString(file);
    assertTrue(text.contains(what), () -> file + " has no " + what);
    Files.writeString(file, text.replace(what, with));
  }

  @Test
  void aNewModuleIsSound() throws Exception {
    Duet check = check(1);
    assertEquals(0, check.status(), check.out());
    String counts =
        "1 lesson, 1 scenario, 1 exercise, 1 code block, 1 measured figure: no problems";
    assertTrue(check.out().lines().toList().getLast().startsWith(counts), check.out());
    Duet made = Duet.run("new", "module", folder.resolve("other"));
    assertEquals(0, made.status(), made.err());
    Duet again = Duet.run("new", "module", module);
    assertEquals(2, again.status());
    assertTrue(again.err().contains(module + " is not empty"), again.err());
  }

  /// Sixteen kinds of break in two copies, since some would hide others.
  @Test
  void everyBreakIsToldInOneSentence() throws Exception {
    Path second = folder.resolve("course").resolve("02-second");
    Template.layOut(second);
    Path lesson = module.resolve("lesson.md");
    edit(lesson, "run two_sleepers", "run two_sleepers\nrun nobody\nrun two_sleepers --log x\n");
    edit(lesson, "wall: [1, 1.5] ", "wall: [30, 40] ");
    edit(lesson, "first: {short: ^short, long: ^long}", "first: {one: ^none, two: ^never}");
    edit(lesson, "about 1.0", "about 90.0");
    edit(lesson, "print(len([0.5, 1]))", "print(len([0.5]))");
    edit(lesson, "Write here what", "See [there](missing.md#x) what");
    edit(lesson, "two_sleepers order", "two_sleepers prints");
    edit(module.resolve("exercises/solutions/at_once.py"), "print('done')", "raise ValueError");
    Path other = second.resolve("lesson.md");
    edit(other, "exercises:\n", "  - {name: forgotten}\nexercises:\n");
    edit(other, "exercise at_once\n", "");
    edit(other, "order: 2", "order: 1");
    Files.copy(
        second.resolve("exercises/solutions/at_once.java"),
        second.resolve("exercises/at_once.java"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    edit(other, "wall: [1, 1.4]", "wall: [1, 1000]"); // it passes, however busy the machine is
    edit(second.resolve("two_sleepers.java"), "IO.println(\"done\")", "IO.println(\"done\"");
    Files.writeString(
        second.resolve("lesson.zh.md"),
        "---\ntitle: 第二\nwords: {nothing: 无}\n---\n```duet\nrun two_sleepers\n```\n");

    Duet check = check(0);
    assertEquals(1, check.status());
    List<String> told = check.out().lines().filter(line -> line.startsWith("✗")).toList();
    Map.ofEntries(
            Map.entry("an unknown name", "'run nobody' names no scenario and no exercise"),
            Map.entry("an option", "a lesson cannot use '--log'"),
            Map.entry("a broken expectation", "two_sleepers.py: python: expected 30.00 to 40.00 s"),
            Map.entry(
                "a question without an answer",
                "two_sleepers does not answer 'Which thread ends first?' on the java"),
            Map.entry(
                "a figure", "the lesson says 90 (two_sleepers wall), but the java lane measured "),
            Map.entry("code", "the code does not do what it should: python: expected the line '2'"),
            Map.entry("a link", "the link to missing.md#x leads nowhere"),
            Map.entry("a claim", "two_sleepers declares no 'prints' that shows this"),
            Map.entry("a solution", "solutions/at_once.py: the solution does not pass"),
            Map.entry("a missing scenario", "forgotten is declared, but has no scripts"),
            Map.entry("an exercise nobody sets", "exercise at_once is not in the text"),
            Map.entry("a start", "at_once.java: the exercise passes as it starts"),
            Map.entry("what does not compile", "two_sleepers.java: java: expected to complete"),
            Map.entry("a missing word", "'words' does not translate 'At once, not in turn'"),
            Map.entry(
                "a word too many", "'words' translates 'nothing', which lesson.md does not have"),
            Map.entry("the order", "it has the same 'order' as 01-first"))
        .forEach(
            (kind, text) ->
                assertEquals(
                    1,
                    told.stream().filter(line -> line.contains(text)).count(),
                    () -> kind + ": " + text + "\n" + check.out()));
    int line = Files.readString(lesson).lines().toList().indexOf("run nobody") + 1;
    String fence = "lesson.md:" + (line - 2) + ": 'run nobody'";
    assertTrue(check.out().contains(fence), "lines are named: " + check.out());
  }

  @Test
  void whatALessonDeclaresHasToBeUnderstood() throws Exception {
    edit(module.resolve("lesson.md"), "measure: wall", "measure: weight");
    Duet check = check(0);
    assertEquals(1, check.status());
    assertTrue(check.out().contains("'weight' is not a measure; use one of wall"), check.out());
    assertEquals(2, Duet.run("check", folder.resolve("nowhere")).status());
    Duet empty = Duet.run("check", Files.createDirectory(folder.resolve("empty")));
    assertEquals(5, empty.status());
    assertTrue(empty.err().contains("'duet new module"), empty.err());
  }
}
