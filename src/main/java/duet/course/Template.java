package duet.course;

import duet.scenario.InputFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A small working module, which an author starts from.
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

  private static final String ORDER = "order: 1";
  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

  private Template() {}

  /// Writes it to a folder.
  ///
  /// @return the files that were written
  /// @throws InputFault when the folder is not empty, or cannot be written
  public static List<Path> layOut(Path folder) throws InputFault {
    try {
      if (isTaken(folder)) {
        throw InputFault.usage(folder + " is not empty", "Choose a new or an empty folder.");
      }
      var written = new ArrayList<Path>();
      for (String name : FILES) {
        Path file = folder.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        try (InputStream in =
            Objects.requireNonNull(Template.class.getResourceAsStream("module/" + name))) {
          String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
          Files.writeString(file, text.replace(ORDER, "order: " + order(folder)));
        }
        written.add(file);
      }
      return written;
    } catch (IOException e) {
      throw InputFault.usage(
          "cannot write to " + folder + ": " + e.getMessage(), "Choose another folder.");
    }
  }

  /// Its place in the course: the number of its folder, or else the last place.
  private static int order(Path folder) throws IOException {
    Path whole = folder.toAbsolutePath().normalize();
    Matcher number = NUMBER.matcher(String.valueOf(whole.getFileName()));
    if (number.lookingAt()) {
      return Integer.parseInt(number.group());
    }
    try (Stream<Path> beside = Files.list(Objects.requireNonNullElse(whole.getParent(), whole))) {
      return (int) beside.filter(f -> Files.exists(f.resolve("lesson.md"))).count() + 1;
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
