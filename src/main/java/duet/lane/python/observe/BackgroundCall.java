package duet.lane.python.observe;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// A question that is asked in the background and may never be answered.
record BackgroundCall<T>(FutureTask<T> question) {
  /// Asks.
  static <T> BackgroundCall<T> begin(Supplier<T> question) {
    var task = new FutureTask<>(question::get);
    Thread.ofPlatform().daemon().name("duet-ask").start(task);
    return new BackgroundCall<>(task);
  }

  /// The answer, if it comes in time.
  Optional<T> within(long millis) {
    try {
      return Optional.ofNullable(question.get(millis, TimeUnit.MILLISECONDS));
    } catch (ExecutionException | TimeoutException e) {
      // The runtime is busy, or on its way out: there is no answer.
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
