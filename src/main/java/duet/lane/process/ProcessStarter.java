package duet.lane.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/// Starts processes on a thread that lives as long as Duet. Linux tells a process when the thread
/// that started it has ended (`PR_SET_PDEATHSIG`, prctl(2)), which is meant to say that Duet is
/// gone.
final class ProcessStarter {
  private static final Executor THREAD =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("host-starter").factory());

  private ProcessStarter() {}

  /// Starts a process.
  ///
  /// @throws IOException as [ProcessBuilder#start()] does
  static Process start(ProcessBuilder builder) throws IOException {
    try {
      return CompletableFuture.supplyAsync(() -> started(builder), THREAD).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof UncheckedIOException unchecked) {
        throw unchecked.getCause();
      }
      throw e;
    }
  }

  private static Process started(ProcessBuilder builder) {
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
