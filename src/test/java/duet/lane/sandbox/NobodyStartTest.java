package duet.lane.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NobodyStartTest {
  private static final Path BWRAP = Path.of("/bin/bwrap");
  private static final Path SETPRIV = Path.of("/bin/setpriv");

  @TempDir private Path folder;

  @Test
  void nobodyIsSomebodyElseOnlyWhereThereAreManyUsers() {
    assertTrue(NobodyStart.hasNobody("         0          0 4294967295"));
    assertTrue(NobodyStart.hasNobody("         0     100000      65536"));
    assertFalse(NobodyStart.hasNobody("         0       1000          1"));
    assertFalse(NobodyStart.hasNobody("     65535     200000       1000"));
  }

  @Test
  void openFoldersNeedNoView() throws IOException {
    Path shown = Files.createDirectories(folder.resolve("a/program"));
    open(folder, folder.resolve("a"));
    assertEquals(SETPRIV.toString(), command(shown).getFirst());
  }

  @Test
  void aClosedFolderIsCoveredOnceAndShowsOnlyWhatIsNeeded() throws IOException {
    Path closed = Files.createDirectory(folder.resolve("closed"));
    Path first = Files.createDirectories(closed.resolve("a/b/first"));
    Path second = Files.createDirectories(closed.resolve("second"));
    open(folder);
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    assertEquals(
        (BWRAP + " --die-with-parent --dev-bind / /")
            + (" --tmpfs " + closed)
            + (" --perms 0755 --dir " + closed.resolve("a"))
            + (" --perms 0755 --dir " + closed.resolve("a/b"))
            + (" --ro-bind " + first + " " + first)
            + (" --ro-bind " + second + " " + second),
        String.join(" ", command(first, second)).replaceFirst(" " + SETPRIV + ".*", ""));
  }

  private static List<String> command(Path... reads) throws IOException {
    return NobodyStart.command(BWRAP, SETPRIV, List.of(reads));
  }

  private static void open(Path... folders) throws IOException {
    for (Path folder : folders) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }
}
