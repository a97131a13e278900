package duet.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.scenario.InputFault;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {
  private final List<String> paths =
      IntStream.range(0, 500).mapToObj(i -> "module" + i % 7 + "/scenario" + i).toList();

  @Test
  void everyScenarioIsInOnePartAndNoPartIsEmpty() {
    List<Shard> shards = IntStream.rangeClosed(1, 5).mapToObj(i -> new Shard(i, 5)).toList();
    for (String path : paths) {
      assertEquals(1, shards.stream().filter(shard -> shard.has(path)).count(), path);
    }
    for (Shard shard : shards) {
      long own = paths.stream().filter(shard::has).count();
      assertTrue(own > 60 && own < 140, shard + " has " + own + " of " + paths.size());
    }
  }

  /// Also by other programs: `zlib.crc32(path) % 2 + 1` in Python tells these.
  @Test
  void whichPartItIsFollowsFromThePathAlone() {
    List<String> some = List.of("01-threads/thread_function", "06-gil/cpu_bound", "alone");
    assertEquals(
        List.of(1, 2, 1),
        some.stream()
            .map(path -> IntStream.rangeClosed(1, 2).filter(i -> new Shard(i, 2).has(path)).sum())
            .toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0/3", "4/3", "1", "1/", "a/b", "-1/2", "1/0"})
  void whatIsNoPartIsRefused(String text) {
    assertThrows(InputFault.class, () -> Shard.of(text));
  }

  @Test
  void aPartIsReadAsItIsWritten() throws InputFault {
    assertEquals(new Shard(2, 5), Shard.of("2/5"));
  }
}
