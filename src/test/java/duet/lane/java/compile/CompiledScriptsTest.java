package duet.lane.java.compile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompiledScriptsTest {
  private static final Path SCRIPT = Path.of("/some/where/script.java");
  private static final String TEXT = "void main() {} // ü";
  private static final byte[] CLASS = {1, 2, 3};

  @TempDir private Path folder;
  private CompiledScripts scripts;

  @BeforeEach
  void keepOne() {
    scripts = new CompiledScripts(folder.resolve("not/there/yet"));
    scripts.keep(
        SCRIPT, TEXT, new Compilation(List.of("script"), Map.of("script", CLASS, "A$B", CLASS)));
  }

  @Test
  void theSameTextInAFileOfTheSameNameIsFound() {
    Compilation found = scripts.find(Path.of("elsewhere/script.java"), TEXT).orElseThrow();
    assertEquals(List.of("script"), found.types());
    assertEquals(List.of("A$B", "script"), found.classes().keySet().stream().sorted().toList());
    assertArrayEquals(CLASS, found.classes().get("A$B"));
  }

  /// An implicit class is called after its file.
  @Test
  void anotherTextOrNameIsNot() {
    assertEquals(Optional.empty(), scripts.find(SCRIPT, TEXT + " "));
    assertEquals(Optional.empty(), scripts.find(Path.of("other.java"), TEXT));
  }

  @Test
  void aDamagedOneIsNoneAndIsReplaced() throws Exception {
    Path file = files().getFirst();
    byte[] content = Files.readAllBytes(file);
    for (int i = 0; i < content.length; i += 7) {
      byte[] damaged = content.clone();
      damaged[i] ^= 1;
      Files.write(file, damaged);
      assertEquals(Optional.empty(), scripts.find(SCRIPT, TEXT), "byte " + i);
      Files.write(file, java.util.Arrays.copyOf(content, i));
      assertEquals(Optional.empty(), scripts.find(SCRIPT, TEXT), "length " + i);
    }
    keepOne();
    assertEquals(List.of("script"), scripts.find(SCRIPT, TEXT).orElseThrow().types());
    assertEquals(1, files().size());
  }

  @Test
  void whatWasNotUsedForTheLongestTimeGoes() throws Exception {
    for (int i = 0; i < 499; i++) {
      scripts.keep(SCRIPT, "" + i, new Compilation(List.of("script"), Map.of()));
    }
    for (Path file : files()) {
      Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.fromMillis(0));
    }
    assertTrue(scripts.find(SCRIPT, TEXT).isPresent());
    scripts.keep(SCRIPT, "one more", new Compilation(List.of("script"), Map.of()));
    assertEquals(500, files().size());
    assertTrue(scripts.find(SCRIPT, TEXT).isPresent());
    assertTrue(scripts.find(SCRIPT, "one more").isPresent());
  }

  @Test
  void aFolderThatCannotBeMadeDoesNotMatter() throws Exception {
    var none = new CompiledScripts(Files.createFile(folder.resolve("file")).resolve("in it"));
    none.keep(SCRIPT, TEXT, new Compilation(List.of("script"), Map.of()));
    assertEquals(Optional.empty(), none.find(SCRIPT, TEXT));
  }

  private List<Path> files() throws Exception {
    try (Stream<Path> files = Files.list(folder.resolve("not/there/yet"))) {
      return files.toList();
    }
  }
}
