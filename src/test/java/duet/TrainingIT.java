package duet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import duet.lane.AotCache;
import duet.scenario.folder.Home;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What an AOT cache is trained with plays to its last line, which asks to be stopped. Where a host
/// rejects it, or ends too early, there is no cache.
class TrainingIT {
  @Test
  void everyCacheIsThere() {
    Home home = Home.find();
    assertEquals(
        List.of(),
        Stream.of("python", "java", AotCache.FRONT_END)
            .map(name -> AotCache.of(home, name))
            .filter(cache -> !cache.isUsable())
            .map(cache -> cache + ": " + cache.absence())
            .toList());
  }
}
