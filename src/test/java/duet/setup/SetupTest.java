package duet.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import duet.lane.AotCache;
import duet.lane.Jvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetupTest {
  @TempDir private Path folder;

  /// A JVM that writes something else each time.
  private final class Fake implements TrainingRun {
    private final String[] written;
    private int plays;

    Fake(String... written) {
      this.written = written;
    }

    @Override
    public AotCache cache() {
      return new AotCache(folder.resolve("fake.aot"));
    }

    String content() throws IOException {
      return Files.readString(cache().file());
    }

    @Override
    public String play() throws IOException {
      assertTrue(Files.notExists(cache().file()), "the last one would be used, not made anew");
      Files.writeString(cache().file(), written[plays++]);
      return written[plays - 1].isEmpty() ? "no room\nis left" : "";
    }

    @Override
    public boolean starts() throws IOException {
      assertTrue(cache().isUsable(), "it would start without it");
      return !content().equals("bad");
    }
  }

  @Test
  void aCacheThatIsEmptyOrCannotBeStartedFromIsMadeAgain() throws Exception {
    var fake = new Fake("", "bad", "good");
    Setup.train("fake", fake);
    assertEquals(3, fake.plays);
    assertEquals("good", fake.content());
    assertTrue(fake.cache().isUsable());
  }

  @Test
  void aGoodOneIsMadeOnce() throws Exception {
    var fake = new Fake("good", "bad");
    Setup.train("fake", fake);
    assertEquals(1, fake.plays);
  }

  @Test
  void noneIsLeftThatIsNoGood() throws Exception {
    var fake = new Fake("bad", "", "bad", "good");
    Setup.train("fake", fake);
    assertEquals(3, fake.plays);
    assertTrue(Files.notExists(fake.cache().file()));
    assertFalse(fake.cache().isUsable());
    assertEquals(
        "the program did not start from the one that the JVM wrote", fake.cache().absence());
  }

  @Test
  void whyThereIsNoneIsNoted() throws Exception {
    var fake = new Fake("", "", "", "good");
    Setup.train("fake", fake);
    assertEquals("no room is left", fake.cache().absence());
    Setup.train("fake", fake);
    assertEquals("it was not made", fake.cache().absence(), "it is made now");
  }

  @Test
  void theJvmsErrorsSayWhyOrElseItsLastWarnings() throws Exception {
    Path log = folder.resolve("1" + Jvm.TRAINING_LOG);
    Files.writeString(folder.resolve("2.log"), "[0.1s][error][aot] of somebody else\n");
    assertEquals("", TrainingLog.read(folder));
    Files.writeString(log, "[0.1s][warning][aot] a\n[0.2s][warning][aot] b\n".repeat(2));
    assertEquals("a; b", TrainingLog.read(folder));
    Files.writeString(log, "[0.1s][warning][aot] a\n[0.2s][error][aot,heap] no room\n");
    assertEquals("no room", TrainingLog.read(folder));
  }

  @Test
  void everybodyMayReadWhatWasOnlyForOne() throws Exception {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    Path inner = Files.createDirectory(folder.resolve("inner"));
    Path program = Files.writeString(inner.resolve("program"), "");
    Path data = Files.writeString(inner.resolve("data"), "");
    Files.createSymbolicLink(inner.resolve("link"), folder.resolve("nowhere"));
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("r--------"));
    Files.setPosixFilePermissions(inner, PosixFilePermissions.fromString("rwx------"));
    SharedFiles.share(folder);
    assertEquals("rwxr-xr-x", permissions(inner));
    assertEquals("rwxr-xr-x", permissions(program));
    assertEquals("r--r--r--", permissions(data));
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
