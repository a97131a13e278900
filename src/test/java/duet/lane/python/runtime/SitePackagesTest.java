package duet.lane.python.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SitePackagesTest {
  @TempDir private Path root;

  @Test
  void givenFoldersComeBeforeTheVirtualEnvironment() throws IOException {
    Path mine = Files.createDirectory(root.resolve("mine"));
    Path others = Files.createDirectory(root.resolve("others"));
    Path venv = Files.createDirectories(root.resolve("venv/lib/python3.12/site-packages"));
    Path edited = Files.createDirectory(root.resolve("edited"));
    Files.writeString(
        venv.resolve("edited.pth"), "# a comment\nimport os\n" + edited + "\nno/such/folder\n");
    List<String> found =
        SitePackages.found(
            Map.of(
                "DUET_PYTHONPATH", mine + File.pathSeparator + root.resolve("missing"),
                "PYTHONPATH", others.toString(),
                "VIRTUAL_ENV", root.resolve("venv").toString()));
    assertEquals(
        List.of(mine.toString(), others.toString(), venv.toString(), edited.toString()),
        found.subList(0, 4));
  }
}
