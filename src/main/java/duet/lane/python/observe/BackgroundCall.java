package duet.lane.python.observe;

import duet.lane.host.HostThreads;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// A call on a background thread that may never return.
record BackgroundCall<T>(FutureTask<T> question) {
  /// Starts the call.
  static <T> BackgroundCall<T> begin(Supplier<T> question) {
    var task = new FutureTask<>(question::get);
    HostThreads.start("ask", task);
    return new BackgroundCall<>(task);
  }

  /// The result, if it comes in time.
  Optional<T> within(long millis) {
    try {
      return Optional.ofNullable(question.get(millis, TimeUnit.MILLISECONDS));
    } catch (ExecutionException | TimeoutException e) {
      // The runtime is busy or about to end: there is no result.
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
