package duet.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/// Folders with many copies of one pair of scripts, played by Duet and by a loop of the shell.
///
/// @param pair the folder with `pair.py` and `pair.java`
/// @param duet the launcher
/// @param java the JDK's own launcher
record Batches(Path pair, String duet, String java) {
  /// How many seconds a batch of so many pairs takes.
  double batch(int pairs) throws IOException, InterruptedException {
    Path folder = folder(pairs);
    try {
      Timed timed = Timed.run(List.of(duet, "batch", folder.toString()), _ -> false);
      check(timed, pairs + " scenarios: " + pairs + " passed", 1);
      return timed.allSeconds();
    } finally {
      remove(folder);
    }
  }

  /// How many seconds one script after the other takes.
  double shell(int pairs) throws IOException, InterruptedException {
    Path folder = folder(pairs);
    String loop = "for f in \"$1\"/*.py; do python3 \"$f\"; \"$2\" \"${f%py}java\"; done";
    try {
      Timed timed =
          Timed.run(List.of("/bin/sh", "-c", loop, "loop", folder.toString(), java), _ -> false);
      check(timed, "all done", 2 * pairs);
      return timed.allSeconds();
    } finally {
      remove(folder);
    }
  }

  private static void check(Timed timed, String line, int times) {
    long seen = timed.lines().stream().filter(line::equals).count();
    if (seen != times) {
      throw new IllegalStateException("not " + times + " times '" + line + "': " + timed.lines());
    }
  }

  private Path folder(int pairs) throws IOException {
    Path folder = Files.createTempDirectory("duet-batch");
    for (int i = 0; i < pairs; i++) {
      for (String end : List.of(".py", ".java")) {
        Files.copy(pair.resolve("pair" + end), folder.resolve("pair%03d%s".formatted(i, end)));
      }
    }
    return folder;
  }

  private static void remove(Path folder) {
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
