package duet.course.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Editors save in different ways.
class SaveWatchTest {
  @TempDir Path folder;

  private Path file = Path.of("");
  private SaveWatch saves = new SaveWatch(List.of());

  @BeforeEach
  void begin() throws Exception {
    file = Files.writeString(folder.resolve("a.py"), "1");
    saves = new SaveWatch(List.of(file));
  }

  private void assertSaved(String text) {
    assertEquals(Optional.empty(), saves.look(), "it may be half of it");
    assertEquals(Optional.of(Map.of(file, text)), saves.look());
    assertEquals(Optional.empty(), saves.look(), "once is enough");
  }

  @Test
  void aFileIsWrittenAnew() throws Exception {
    assertSaved("1");
    Files.writeString(file, "");
    assertEquals(Optional.empty(), saves.look());
    Files.writeString(file, "2");
    assertSaved("2");
  }

  @Test
  void aFileIsDeletedAndMade() throws Exception {
    assertSaved("1");
    Files.delete(file);
    assertEquals(Optional.empty(), saves.look());
    assertEquals(Optional.empty(), saves.look());
    assertTrue(Files.notExists(file), "nobody else makes it");
    Files.writeString(file, "2");
    assertSaved("2");
  }

  @Test
  void anotherFileTakesItsPlace() throws Exception {
    assertSaved("1");
    Files.move(file, folder.resolve("a.py~"));
    assertEquals(Optional.empty(), saves.look());
    Path fresh = Files.writeString(folder.resolve("a.py.new"), "2");
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    assertSaved("2");
  }

  @Test
  void savingTheSameOnceMoreIsNoChange() throws Exception {
    assertSaved("1");
    Files.delete(file);
    assertEquals(Optional.empty(), saves.look());
    Files.writeString(file, "1");
    assertEquals(Optional.empty(), saves.look());
    assertEquals(Optional.empty(), saves.look());
  }
}
