package duet.embed;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a program asks for that cannot be.
class PlaygroundTest {
  @TempDir Path folder;

  @Test
  void aFolderWithoutDuetIsNoPlayground() {
    String why =
        assertThrows(IllegalStateException.class, () -> Playground.open(folder)).toString();
    assertTrue(why.contains("there is no built Duet in " + folder), why);
    assertTrue(why.contains("scripts/duet doctor"), why);
  }

  @Test
  void numbersThatCannotBeAreRefused() throws Exception {
    Files.createDirectories(folder.resolve("target/duet/lib"));
    try (Playground playground = Playground.open(folder)) {
      for (double speed : new double[] {0, -1, Double.NaN, 1e9}) {
        assertThrows(IllegalArgumentException.class, () -> playground.atSpeed(speed));
      }
      assertThrows(IllegalArgumentException.class, () -> playground.within(Duration.ZERO));
      assertThrows(IllegalArgumentException.class, () -> playground.onLanes("cobol"));
    }
  }
}
