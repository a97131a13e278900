package duet.lane.java.compile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.scenario.NeighbourFiles;
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
  private static final JavaProgram PROGRAM = JavaProgram.of(SCRIPT, TEXT);
  private static final JavaProgram ONE_MORE = JavaProgram.of(SCRIPT, "one more");
  private static final byte[] CLASS = {1, 2, 3};

  @TempDir private Path folder;
  private CompiledScripts scripts;

  @BeforeEach
  void keepOne() {
    scripts = new CompiledScripts(folder.resolve("not/there/yet"));
    scripts.keep(
        PROGRAM, new Compilation(List.of("script"), Map.of("script", CLASS, "A$B", CLASS)));
  }

  @Test
  void theSameTextInAFileOfTheSameNameIsFound() {
    Compilation found =
        scripts.find(JavaProgram.of(Path.of("elsewhere/script.java"), TEXT)).orElseThrow();
    assertEquals(List.of("script"), found.types());
    assertEquals(List.of("A$B", "script"), found.classes().keySet().stream().sorted().toList());
    assertArrayEquals(CLASS, found.classes().get("A$B"));
  }

  /// An implicit class is called after its file.
  @Test
  void anotherTextOrNameIsNot() {
    assertEquals(Optional.empty(), scripts.find(JavaProgram.of(SCRIPT, TEXT + " ")));
    assertEquals(Optional.empty(), scripts.find(JavaProgram.of(Path.of("other.java"), TEXT)));
  }

  @Test
  void theFilesBesideItCount() {
    for (String text : List.of("class H {}", "class H { int n; }")) {
      var beside = new NeighbourFiles.Neighbour("p/H.java", Path.of("/some/p/H.java"), text);
      var program = new JavaProgram(SCRIPT, TEXT, List.of(beside), false, List.of());
      assertEquals(Optional.empty(), scripts.find(program), text);
      scripts.keep(program, new Compilation(List.of("script"), Map.of("script", CLASS)));
      assertTrue(scripts.find(program).isPresent(), text);
    }
  }

  @Test
  void aDamagedOneIsNoneAndIsReplaced() throws Exception {
    Path file = files().getFirst();
    byte[] content = Files.readAllBytes(file);
    for (int i = 0; i < content.length; i += 7) {
      byte[] damaged = content.clone();
      damaged[i] ^= 1;
      Files.write(file, damaged);
      assertEquals(Optional.empty(), scripts.find(PROGRAM), "byte " + i);
      Files.write(file, java.util.Arrays.copyOf(content, i));
      assertEquals(Optional.empty(), scripts.find(PROGRAM), "length " + i);
    }
    keepOne();
    assertEquals(List.of("script"), scripts.find(PROGRAM).orElseThrow().types());
    assertEquals(1, files().size());
  }

  @Test
  void whatWasNotUsedForTheLongestTimeGoes() throws Exception {
    for (int i = 0; i < 499; i++) {
      scripts.keep(JavaProgram.of(SCRIPT, "" + i), new Compilation(List.of("script"), Map.of()));
    }
    for (Path file : files()) {
      Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.fromMillis(0));
    }
    assertTrue(scripts.find(PROGRAM).isPresent());
    scripts.keep(ONE_MORE, new Compilation(List.of("script"), Map.of()));
    assertEquals(500, files().size());
    assertTrue(scripts.find(PROGRAM).isPresent());
    assertTrue(scripts.find(ONE_MORE).isPresent());
  }

  @Test
  void aFolderThatCannotBeMadeDoesNotMatter() throws Exception {
    var none = new CompiledScripts(Files.createFile(folder.resolve("file")).resolve("in it"));
    none.keep(PROGRAM, new Compilation(List.of("script"), Map.of()));
    assertEquals(Optional.empty(), none.find(PROGRAM));
  }

  private List<Path> files() throws Exception {
    try (Stream<Path> files = Files.list(folder.resolve("not/there/yet"))) {
      return files.toList();
    }
  }
}
