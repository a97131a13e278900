package duet.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    public Path cache() {
      return folder.resolve("fake.aot");
    }

    @Override
    public void play() throws IOException {
      assertTrue(Files.notExists(cache()), "the last one would be used, not made anew");
      Files.writeString(cache(), written[plays++]);
    }

    @Override
    public boolean starts() throws IOException {
      return !Files.readString(cache()).equals("bad");
    }
  }

  @Test
  void aCacheThatIsEmptyOrCannotBeStartedFromIsMadeAgain() throws Exception {
    var fake = new Fake("", "bad", "good");
    Setup.train("fake", fake);
    assertEquals(3, fake.plays);
    assertEquals("good", Files.readString(fake.cache()));
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
    assertTrue(Files.notExists(fake.cache()));
  }
}
