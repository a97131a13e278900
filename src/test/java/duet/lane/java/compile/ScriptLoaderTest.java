package duet.lane.java.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptLoaderTest {
  @TempDir private Path folder;
  private ScriptLoader loader;

  private static Map<String, byte[]> classes(String text) throws Exception {
    return Compilation.of(JavaProgram.of(Path.of("Main.java"), text)).classes();
  }

  @BeforeEach
  void load() throws Exception {
    var libraries = new ScriptLoader(classes("class Main { void main() {} } class Library {}"), 1);
    loader =
        new ScriptLoader(
            classes("class Main { void main() {} }"), 1, libraries, Optional.of(folder));
  }

  @Test
  void theScriptsOwnClassesComeFirst() throws Exception {
    assertSame(loader, loader.loadClass("Main").getClassLoader());
    assertSame(loader.getParent(), loader.loadClass("Library").getClassLoader());
    assertSame(loader.loadClass("Main"), loader.loadClass("Main"));
  }

  @Test
  void resourcesAreFilesInTheScriptsFolder() throws Exception {
    Files.writeString(Files.createDirectories(folder.resolve("a")).resolve("b.txt"), "text");
    try (var in = loader.getResourceAsStream("a/b.txt")) {
      assertNotNull(in);
      assertEquals("text", new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
    }
    assertNull(loader.getResource("a"));
    assertNull(loader.getResource("../" + folder.getFileName() + "/a/b.txt.other"));
    assertNull(loader.getResource("\0"));
  }
}
