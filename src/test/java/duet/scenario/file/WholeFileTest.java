package duet.scenario.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @TempDir private Path folder;

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aFileIsCreatedAndReplaced() throws IOException {
    Path file = folder.resolve("file");
    WholeFile.write(file, "old");
    WholeFile.write(file, "new");
    assertEquals("new", Files.readString(file));
    assertEquals(List.of("file"), names());
  }

  @Test
  void theOldContentIsThereUntilTheNewOneIsWhole() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "old");
    WholeFile.<RuntimeException>replace(
        file,
        half -> {
          Files.writeString(half, "ne");
          assertEquals("old", Files.readString(file));
          Files.writeString(half, "new");
        });
    assertEquals("new", Files.readString(file));
  }

  @Test
  void whatFailsChangesNothing() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "old");
    assertThrows(
        IOException.class,
        () ->
            WholeFile.<RuntimeException>replace(
                file,
                half -> {
                  Files.writeString(half, "ne");
                  throw new IOException("no room");
                }));
    assertEquals("old", Files.readString(file));
    assertEquals(List.of("file"), names());
  }

  @Test
  void whatAKilledProcessLeftIsDeleted() throws Exception {
    Process process = new ProcessBuilder("true").start();
    process.waitFor();
    Files.writeString(folder.resolve(".file." + process.pid() + "-0.new"), "ne");
    Files.writeString(folder.resolve(".file.x.new"), "the user's");
    String alive = ".file." + ProcessHandle.current().parent().orElseThrow().pid() + "-0.new";
    Files.writeString(folder.resolve(alive), "ne");
    WholeFile.write(folder.resolve("file"), "new");
    assertEquals(List.of(alive, ".file.x.new", "file").stream().sorted().toList(), names());
  }

  @Test
  void linksAndPermissionsStay() throws IOException {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    Path file = Files.writeString(folder.resolve("file"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("file"));
    WholeFile.write(link, "new");
    assertTrue(Files.isSymbolicLink(link));
    assertEquals("new", Files.readString(file));
    assertEquals("rw-rw----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void aDeviceIsWrittenDirectly() throws IOException {
    WholeFile.write(Path.of("/dev/null"), "new");
    assertTrue(Files.exists(Path.of("/dev/null")));
  }
}
