package duet.lane.host;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.lane.protocol.HostMessage;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/// It has its process to itself: as long as another thread of it is ready to run, nothing stands
/// still.
@Isolated
class StandstillWatchTest {
  /// A watch that still looks at a script when the next one begins would tell of the wrong one.
  @Test
  void whileItLooksItHasNotEnded() throws Exception {
    var looks = new CountDownLatch(1);
    var mayLookAway = new CountDownLatch(1);
    var script = Thread.ofPlatform().daemon().unstarted(() -> await(mayLookAway));
    var observer =
        new ThreadObserver() {
          @Override
          public ThreadRole roleOf(long tid, String name) {
            return tid == script.threadId() ? ThreadRole.SCRIPT : ThreadRole.OTHER;
          }

          @Override
          public Sight look(LongToDoubleFunction waiting, Duration atMost) {
            looks.countDown();
            await(mayLookAway);
            return new Sight(List.of(), false);
          }
        };
    var told = new CountDownLatch(1);
    var listener =
        new StandstillCheck.Decision() {
          @Override
          public void stuck(HostMessage.Threads threads) {
            told.countDown();
          }

          @Override
          public void exhausted() {
            told.countDown();
          }
        };
    var watch = new StandstillWatch(observer, Set.of(), listener, () -> false, () -> {});
    script.start();
    watch.start();
    looks.await();
    watch.end();
    assertFalse(watch.hasEnded());
    mayLookAway.countDown();
    assertTrue(watch.hasEnded());
    assertTrue(told.getCount() > 0, "nothing is told any more");
  }

  private static void await(CountDownLatch latch) {
    Uninterruptible.run(latch::await);
  }
}
