package duet.setup;

import duet.lane.Jvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the JVMs of a training run said went wrong.
final class TrainingLog {
  /// Warnings come with every cache, so most of them explain nothing.
  private static final int LINES_AT_MOST = 3;

  private TrainingLog() {}

  /// Their errors, or else their last warnings, as one line; empty if they said nothing.
  ///
  /// @param folder where they wrote it
  static String read(Path folder) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path log :
          files.filter(file -> file.toString().endsWith(Jvm.TRAINING_LOG)).sorted().toList()) {
        all.append(Files.readString(log));
      }
    }
    String errors = last(all.toString(), "[error");
    return errors.isEmpty() ? last(all.toString(), "[warning") : errors;
  }

  private static String last(String text, String level) {
    var lines =
        text.lines()
            .filter(line -> line.contains(level))
            .map(line -> line.replaceFirst("^(\\[[^]]*])+ *", ""))
            .distinct()
            .toList();
    return lines.stream()
        .skip(Math.max(0, lines.size() - LINES_AT_MOST))
        .collect(Collectors.joining("; "));
  }
}
