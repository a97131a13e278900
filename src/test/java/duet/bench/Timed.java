package duet.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// A process that is timed from outside, from its start.
///
/// @param lines what it printed on standard output and standard error
/// @param firstSeconds when the first line came that was looked for; NaN if none
/// @param allSeconds when it ended
record Timed(List<String> lines, double firstSeconds, double allSeconds) {
  static Timed run(List<String> command, Predicate<String> lookedFor)
      throws IOException, InterruptedException {
    return run(command, Map.of(), "", lookedFor);
  }

  /// Runs a command to its end.
  ///
  /// @param input what it reads from standard input
  static Timed run(
      List<String> command,
      Map<String, String> environment,
      String input,
      Predicate<String> lookedFor)
      throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    long start = System.nanoTime();
    Process process = builder.start();
    try (var in = process.outputWriter()) {
      in.write(input);
    }
    var lines = new ArrayList<String>();
    double first = Double.NaN;
    try (BufferedReader out = process.inputReader()) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        lines.add(line);
        if (Double.isNaN(first) && lookedFor.test(line)) {
          first = seconds(start);
        }
      }
    }
    process.waitFor();
    return new Timed(lines, first, seconds(start));
  }

  static double seconds(long startNanos) {
    return (System.nanoTime() - startNanos) / 1e9;
  }

  /// Whether a program can be started at all.
  static boolean exists(String program) {
    for (String folder : System.getenv("PATH").split(java.io.File.pathSeparator)) {
      if (java.nio.file.Files.isExecutable(Path.of(folder, program))) {
        return true;
      }
    }
    return false;
  }
}
