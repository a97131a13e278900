package duet;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
      Process process =
          new ProcessBuilder("timeout", "600", "sh", "-c", "while :; do :; done").start();
      load.spinning.add(process);
      while (process.descendants().findAny().isEmpty()) {
        Thread.onSpinWait(); // until it has started what is to be held
      }
    }
    return load;
  }

  /// Holds them, until they go on.
  void hold() {
    signal("STOP");
  }

  /// Lets them go on.
  void goOn() {
    signal("CONT");
  }

  private void signal(String name) {
    var command = new ArrayList<>(List.of("kill", "-" + name));
    spinning.stream()
        .flatMap(Process::descendants)
        .forEach(process -> command.add(String.valueOf(process.pid())));
    try {
      int status = new ProcessBuilder(command).inheritIO().start().waitFor();
      assertEquals(0, status, command::toString);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    for (Process process : spinning) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
