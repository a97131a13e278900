package duet.lane.host;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import duet.lane.protocol.Usage;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CoreWaitsTest {
  /// The run's time counts from "go", whenever the process heard of that.
  @Test
  void aLateStartIsAWaitForACore() {
    assumeFalse(TaskTimes.all().isEmpty(), "this system does not tell waits for a core");
    var waits = new CoreWaits(Set.of());
    waits.start(2_300_000_000L);
    double waited = waits.end(Usage.ofWall(2.5)).jvmCoreWait().orElse(0);
    assertTrue(waited >= 2.3, "waited " + waited);
  }
}
