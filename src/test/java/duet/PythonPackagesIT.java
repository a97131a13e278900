package duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Packages of a script, which its user has installed.
class PythonPackagesIT {
  @TempDir private Path folder;

  @Test
  void packagesOfAFolderAndOfAVirtualEnvironmentAreImported() throws Exception {
    Path target = pack("target", "targeted");
    Path edited = pack("edited", "edited");
    Path installed = pack("venv/lib/python3.11/site-packages", "installed");
    Files.writeString(installed.resolve("edited.pth"), edited + "\n");
    Path script = folder.resolve("uses.py");
    Files.writeString(
        script, "import targeted, installed, edited.inner\nprint(edited.inner.told)\n");
    Map<String, String> environment =
        Map.of(
            "DUET_PYTHONPATH",
            target + File.pathSeparator + folder.resolve("missing"),
            "VIRTUAL_ENV",
            folder.resolve("venv").toString());
    Duet run = Duet.start(folder, environment, Duet.LAUNCHER, "run", script);
    assertEquals(0, run.status(), run.out() + run.err());
    assertTrue(run.out().contains("inner of edited"), run.out());
  }

  @Test
  void aMissingPackageIsLookedForInFoldersThatAreNamed() throws Exception {
    Path script = folder.resolve("misses.py");
    Files.writeString(script, "import nowhere_at_all.inner\n");
    Duet run = Duet.run("run", script);
    assertEquals(1, run.status());
    String told = run.out().replaceAll("\\s+", " ");
    assertTrue(told.contains("ModuleNotFoundError: No module named 'nowhere_at_all'"), told);
    assertTrue(
        told.contains("Python looked for nowhere_at_all in these folders: the script's folder,"),
        told);
    assertTrue(told.contains("DUET_PYTHONPATH=FOLDER"), told);
  }

  /// A package with a module in it.
  private Path pack(String in, String name) throws IOException {
    Path parent = folder.resolve(in);
    Path made = Files.createDirectories(parent.resolve(name));
    Files.writeString(made.resolve("__init__.py"), "");
    Files.writeString(made.resolve("inner.py"), "told = 'inner of " + name + "'\n");
    return parent;
  }
}
