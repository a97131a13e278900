package duet.scenario.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.scenario.InputFault;
import duet.scenario.ScenarioText;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What may lie where a script should be. None of it makes Duet wait for ever, which the time limit
/// of the tests tells, nor fills its memory.
@Timeout(60)
class TextFileTest {
  @TempDir private Path folder;

  @Test
  void textIsReadWithoutItsMark() throws Exception {
    Path file = Files.writeString(folder.resolve("a.py"), "\uFEFFprint('größe')\n");
    assertEquals("print('größe')\n", TextFile.read(file, FileBounds.NONE, TextFile.LARGEST));
    assertEquals("print('größe')\n", ScenarioText.read(file, FileBounds.NONE));
  }

  @Test
  void onlyRegularFilesAreRead() throws Exception {
    Path pipe = folder.resolve("pipe.py");
    var made = new ProcessBuilder("mkfifo", pipe.toString()).inheritIO().start();
    assertTrue(made.waitFor(20, TimeUnit.SECONDS) && made.exitValue() == 0);
    Path device = Files.createSymbolicLink(folder.resolve("zero.py"), Path.of("/dev/zero"));
    String remedy = ", and Duet reads only files. Remove it, or put a file in its place.";
    assertRefused(" is a pipe, a socket or a device" + remedy, pipe);
    assertRefused(" is a pipe, a socket or a device" + remedy, device);
    assertRefused(" is a folder" + remedy, Files.createDirectory(folder.resolve("folder.py")));
  }

  @Test
  void aLinkMayLeadNowhere() throws Exception {
    Path gone = Files.createSymbolicLink(folder.resolve("gone.py"), folder.resolve("missing"));
    assertRefused(" cannot be read: it is a link to a file that does not exist. Make it", gone);
    assertRefused(" cannot be read: it does not exist. Make it", folder.resolve("missing"));
    Path loop = Files.createSymbolicLink(folder.resolve("loop.py"), Path.of("loop.py"));
    assertRefused(" cannot be read: ", loop);
  }

  @Test
  void theSizeIsKnownBeforeAnythingIsRead() throws Exception {
    Path file = folder.resolve("sparse.py");
    try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(3L << 30);
    }
    assertRefused(" is larger than 1 MiB, the most that Duet reads. Make it smaller.", file);
  }

  /// A file of a file system such as `/proc` does not tell its size.
  @Test
  void theSizeIsCountedToo() throws Exception {
    Path tellsZero = Path.of("/proc/self/status");
    if (Files.exists(tellsZero)) {
      var fault =
          assertThrows(UnreadableFile.class, () -> TextFile.read(tellsZero, FileBounds.NONE, 16));
      assertTrue(fault.problem("x").contains("is larger than"), fault.problem("x"));
    }
  }

  @Test
  void whatIsNotUtf8IsToldWithItsLine() throws Exception {
    Path latin = folder.resolve("latin.py");
    Files.write(latin, "x = 1\nprint('caf\u00e9')\n".getBytes(StandardCharsets.ISO_8859_1));
    String problem = ":2: the file is not UTF-8 (byte 0xe9)";
    assertRefused(problem + ". Save it as UTF-8 and try again.", latin);
    InputFault fault =
        assertThrows(InputFault.class, () -> ScenarioText.read(latin, FileBounds.NONE));
    assertEquals(latin + problem, fault.getMessage());
    Files.write(latin, new byte[] {'a', (byte) 0xc3}); // half a character at the end
    assertRefused(":1: the file is not UTF-8 (byte 0xc3). Save it as UTF-8 and try again.", latin);
  }

  private static void assertRefused(String problem, Path file) {
    var fault =
        assertThrows(
            UnreadableFile.class, () -> TextFile.read(file, FileBounds.NONE, TextFile.LARGEST));
    assertTrue(fault.sentences("it").startsWith("it" + problem), fault.sentences("it"));
  }
}
