package duet.lane.cpython;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.lane.Jit;
import duet.lane.Lane;
import duet.scenario.folder.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The lanes of a machine's Pythons, as far as files tell: none of them is started, and here none
/// is a Python.
class CPythonLaneTest {
  private static final Home HOME = new Home(Path.of("checkout"), Path.of("checkout/target/duet"));

  @TempDir private Path folder;

  private void install(String prefix, String program, String library) throws Exception {
    Path file = folder.resolve(prefix).resolve("bin").resolve(program);
    Files.createDirectories(file.getParent());
    Files.createDirectories(folder.resolve(prefix).resolve("lib").resolve(library));
    Files.writeString(file, "#!/bin/sh\nexit 1\n");
    assertTrue(file.toFile().setExecutable(true));
  }

  private List<Lane> lanes(String path) {
    return CPythonLane.found(Map.of("PATH", folder.resolve(path).toString(), "HOME", "" + folder));
  }

  private static Lane lane(List<Lane> lanes, String id) {
    return lanes.stream().filter(lane -> lane.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void aBuildWithoutTheGilIsALaneWithoutAGlobalLock() throws Exception {
    install("free", "python3.14t", "python3.14t");
    install("free", "python3.14", "python3.14");
    List<Lane> lanes = lanes("free/bin");
    assertFalse(lane(lanes, "cpython-3.14t").description().hasGlobalLock());
    assertTrue(lane(lanes, "cpython-3.14").description().hasGlobalLock());
    assertEquals("CPython 3.14t", lane(lanes, "cpython-3.14t").description().name());
  }

  /// Its library's folder says what `python3` starts.
  @Test
  void whatPython3StartsMayBeSuchABuild() throws Exception {
    install("free", "python3", "python3.13t");
    assertFalse(lane(lanes("free/bin"), "cpython").description().hasGlobalLock());
    install("usual", "python3", "python3.13");
    assertTrue(lane(lanes("usual/bin"), "cpython").description().hasGlobalLock());
  }

  @Test
  void installersNameThemInTheirFolders() throws Exception {
    install(".pyenv/versions/3.13.1t", "python3", "python3.13t");
    install(".local/share/uv/python/cpython-3.14.0+freethreaded-linux-x86_64-gnu", "python3", "x");
    install(".local/share/uv/python/cpython-3.14.0-linux-x86_64-gnu", "python3", "python3.14");
    List<String> ids = lanes("nowhere").stream().map(Lane::id).toList();
    assertEquals(List.of("cpython", "cpython-3.13t", "cpython-3.14", "cpython-3.14t"), ids);
  }

  @Test
  void withoutAnyPythonTheLaneSaysWhatToDo() {
    Lane none = lane(lanes("nowhere"), "cpython");
    assertEquals(
        "there is no python3 on the PATH", none.obstacle(HOME, Jit.AUTO).orElseThrow().problem());
  }
}
