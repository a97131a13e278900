package duet.course;

import duet.scenario.InputFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// A small module that works, for an author to change.
public final class Template {
  private static final List<String> FILES =
      List.of(
          "lesson.md",
          "two_sleepers.py",
          "two_sleepers.java",
          "exercises/at_once.py",
          "exercises/at_once.java",
          "exercises/solutions/at_once.py",
          "exercises/solutions/at_once.java");

  private Template() {}

  /// Writes it to a folder.
  ///
  /// @return the files
  /// @throws InputFault when there is something in the folder, or it cannot be written
  public static List<Path> layOut(Path folder) throws InputFault {
    try {
      if (isTaken(folder)) {
        throw InputFault.usage(
            "there is something in " + folder + " already",
            "Choose a folder that is new or empty.");
      }
      var written = new ArrayList<Path>();
      for (String name : FILES) {
        Path file = folder.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        try (InputStream text =
            Objects.requireNonNull(Template.class.getResourceAsStream("module/" + name))) {
          Files.copy(text, file);
        }
        written.add(file);
      }
      return written;
    } catch (IOException e) {
      throw InputFault.usage(
          "cannot write to " + folder + ": " + e.getMessage(), "Choose another.");
    }
  }

  private static boolean isTaken(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Files.exists(folder);
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isPresent();
    }
  }
}
