package duet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Processes that keep the machine busy, until they are closed; after ten minutes in any case.
final class Load implements AutoCloseable {
  private final List<Process> spinning = new ArrayList<>();

  /// Starts some.
  static Load of(int processes) throws IOException {
    var load = new Load();
    for (int i = 0; i < processes; i++) {
      load.spinning.add(
          new ProcessBuilder("timeout", "600", "sh", "-c", "while :; do :; done").start());
    }
    return load;
  }

  @Override
  public void close() {
    for (Process process : spinning) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
