package duet.lane.python.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Set;
import org.graalvm.polyglot.io.FileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfinedFilesTest {
  private static final Set<OpenOption> WRITE =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);

  @TempDir private Path folder;
  private Path own;
  private Path readable;
  private Path hidden;
  private FileSystem files;

  @BeforeEach
  void layOut() throws IOException {
    own = Files.createDirectory(folder.resolve("own"));
    readable = Files.writeString(folder.resolve("readable"), "text");
    hidden = Files.writeString(folder.resolve("hidden"), "text");
    files = ConfinedFiles.files(own, readable::equals);
  }

  @Test
  void theOwnFolderTakesFiles() throws IOException {
    Path file = own.resolve("file");
    write(file);
    assertEquals("new", Files.readString(file));
    files.move(file, own.resolve("other"));
    files.setAttribute(own.resolve("other"), "lastModifiedTime", Files.getLastModifiedTime(own));
    files.createDirectory(own.resolve("folder"));
    files.delete(own.resolve("folder"));
    assertArrayEquals(new String[] {"other"}, own.toFile().list());
  }

  @Test
  void anotherFileCanOnlyBeRead() throws IOException {
    ByteBuffer text = ByteBuffer.allocate(10);
    try (var channel = files.newByteChannel(readable, Set.of(StandardOpenOption.READ))) {
      assertEquals(4, channel.read(text));
    }
    assertThrows(Exception.class, () -> write(readable));
    assertThrows(Exception.class, () -> files.delete(readable));
    assertThrows(Exception.class, () -> files.move(readable, own.resolve("moved")));
    assertThrows(
        Exception.class,
        () -> files.setAttribute(readable, "lastModifiedTime", FileTime.fromMillis(0)));
    assertTrue(files.readAttributes(readable, "size").containsValue(4L));
    assertEquals("text", Files.readString(readable));
  }

  @Test
  void theRestIsNotThere() throws IOException {
    Path around = own.resolve("..").resolve("hidden");
    for (Path path : new Path[] {hidden, around, folder}) {
      assertThrows(IOException.class, () -> files.checkAccess(path, Set.of()));
      assertThrows(IOException.class, () -> files.readAttributes(path, "size"));
      assertThrows(IOException.class, () -> write(path));
    }
    assertThrows(IOException.class, () -> files.newDirectoryStream(folder, _ -> true));
    Path file = Files.writeString(own.resolve("file"), "x");
    assertThrows(IOException.class, () -> files.move(file, folder.resolve("out")));
    assertThrows(IOException.class, () -> files.move(hidden, own.resolve("in")));
    assertEquals("x", Files.readString(file));
    assertEquals("text", Files.readString(hidden));
  }

  @Test
  void thereAreNoLinks() {
    Path link = own.resolve("link");
    assertThrows(Exception.class, () -> files.createSymbolicLink(link, hidden));
    assertThrows(Exception.class, () -> files.createLink(link, hidden));
    assertFalse(Files.exists(link));
  }

  private void write(Path path) throws IOException {
    try (var channel = files.newByteChannel(path, WRITE)) {
      channel.write(ByteBuffer.wrap("new".getBytes(StandardCharsets.UTF_8)));
    }
  }
}
