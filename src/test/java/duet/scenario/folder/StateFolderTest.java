package duet.scenario.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {
  @TempDir private Path folder;

  /// Another batch may be writing what is not a day old.
  @Test
  void onlyWhatIsOldIsDeleted() throws Exception {
    StateFolder state = StateFolder.of(Map.of("XDG_STATE_HOME", folder.toString()));
    Path logs = state.folder("batches");
    for (int i = 0; i < 8; i++) {
      Path log = Files.writeString(logs.resolve("2020-01-0" + i + ".jsonl"), "");
      if (i < 5) {
        Instant longAgo = Instant.now().minus(Duration.ofDays(2));
        Files.setLastModifiedTime(log, FileTime.from(longAgo));
      }
    }
    Path newest = state.newest("batches", ".jsonl", 2, InstantSource.system());
    assertTrue(Files.exists(newest));
    try (Stream<Path> left = Files.list(logs)) {
      assertEquals(3 + 1, left.count());
    }
  }
}
