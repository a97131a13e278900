package duet.batch;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import duet.lane.Jit;
import duet.lane.process.Hosts;
import duet.log.LogFile;
import duet.run.PlayOptions;
import duet.scenario.Scenarios;
import duet.scenario.folder.Home;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchTest {
  @TempDir private Path folder;

  /// A scenario that nobody plays any more must not look as if it had been left out.
  @Test
  void whateverEndsAPlayerEndsTheBatch() throws Exception {
    var options = PlayOptions.on(List.of()).jit(Jit.OFF).timeout(Duration.ofSeconds(5)).build();
    var broken =
        new BatchListener() {
          @Override
          public void begins(String path) {
            throw new StackOverflowError("a pattern that never ends");
          }
        };
    try (Hosts hosts = new Hosts(Home.find());
        LogFile log = LogFile.open(folder.resolve("log.jsonl"))) {
      var batch = new Batch(hosts, options, new Batch.Rules(1, 0, false), log, broken);
      RuntimeException fault =
          assertThrows(IllegalStateException.class, () -> batch.play(List.of(Scenarios.plain())));
      assertInstanceOf(StackOverflowError.class, fault.getCause());
    }
  }
}
