package duet.scenario.found;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.lane.builtin.BuiltInLanes;
import duet.scenario.Expectations;
import duet.scenario.Kind;
import duet.scenario.LineAgreement;
import duet.scenario.Scenario;
import duet.scenario.SeriesDeclaration;
import duet.scenario.folder.StateFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateCopiesTest {
  @TempDir Path folder;

  private Path script = Path.of("");

  @BeforeEach
  void write() throws Exception {
    script = Files.writeString(folder.resolve("lost_update.java"), "start");
  }

  private PrivateCopies copies(String course) {
    return new PrivateCopies(
        new StateFolder(folder.resolve("state")),
        course,
        BuiltInLanes.lanes().scripts().languages());
  }

  private Scenario scenario() {
    return new Scenario(
        "lost_update",
        "",
        "06-gil/exercises",
        Kind.WAITS,
        new LineAgreement.Undeclared(),
        List.of(),
        SeriesDeclaration.NONE,
        Expectations.NONE,
        Map.of("java", script));
  }

  private Path copy() throws Exception {
    return copies("").make(scenario()).getFirst();
  }

  /// Where a distribution has installed a course, nobody may write.
  @Test
  void aCopyIsForItsUserToChange() throws Exception {
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("r--r--r--"));
    Path copy = copy();
    assertTrue(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)).startsWith("rw"));
    try (var files = Files.list(folder.resolve("state/copies/06-gil/exercises/lost_update"))) {
      assertEquals(
          Set.of(".start", "lost_update.java"),
          Set.copyOf(files.map(file -> file.getFileName().toString()).toList()));
    }
  }

  @Test
  void whatAScriptUsesIsCopiedToo() throws Exception {
    Files.writeString(script, "void main() { new Helper(); }");
    Files.writeString(folder.resolve("Helper.java"), "class Helper {}");
    Path copy = copy();
    assertEquals("class Helper {}", Files.readString(copy.resolveSibling("Helper.java")));
  }

  @Test
  void anUntouchedCopyFollowsTheCourse() throws Exception {
    Path copy = copy();
    Files.writeString(script, "a better start");
    assertEquals("a better start", Files.readString(copy()));
    assertFalse(copies("").isOutdated(scenario()));
    Files.writeString(copy, "my work");
    Files.writeString(script, "the best start");
    assertEquals("my work", Files.readString(copy()), "what was changed stays");
    assertTrue(copies("").isOutdated(scenario()));
    Path begun = copies("").originals(scenario()).getOrDefault("java", Path.of(""));
    assertEquals("a better start", Files.readString(begun));
    assertTrue(copies("").reset(scenario()).isPresent());
    assertEquals("the best start", Files.readString(copy()));
    assertFalse(copies("").isOutdated(scenario()));
  }

  /// As `javac` wants a class to be called.
  @Test
  void aCopyThatWasRenamedIsTheCopy() throws Exception {
    Path copy = copy();
    Path renamed = Files.move(copy, copy.resolveSibling("LostUpdate.java"));
    assertEquals(Map.of("java", renamed), copies("").of(scenario()).sources());
    assertEquals(List.of(renamed), copies("").make(scenario()), "and no second one is made");
    assertTrue(Files.notExists(copy));
  }

  @Test
  void anotherCourseHasCopiesOfItsOwn() throws Exception {
    assertNotEquals(copy(), copies("mine@1a2b").make(scenario()).getFirst());
  }
}
