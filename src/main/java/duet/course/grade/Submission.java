package duet.course.grade;

import duet.lane.Lane;
import duet.scenario.Exercise;
import duet.scenario.file.FileBounds;
import duet.scenario.file.TextFile;
import duet.scenario.file.UnreadableFile;
import duet.scenario.found.FolderWalk;
import duet.scenario.found.ScriptPairs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The scripts that one learner has handed in for one exercise.
///
/// @param sources the graded scripts, by extension
/// @param others more scripts with the exercise's name in the learner's folder
/// @param bounds the learner's folder, in which the scripts have to be
record Submission(Map<String, Path> sources, List<Path> others, FileBounds bounds) {
  /// The solutions of a course, which nobody has to hand in.
  private static final Path SOLUTIONS = Path.of("exercises", "solutions");

  /// The ending of a copy that a learner kept when starting again.
  private static final String LAID_ASIDE = "\\.\\d+";

  Submission {
    sources = Map.copyOf(sources);
    others = List.copyOf(others);
  }

  /// Every file in a learner's folder, as a path within it. Links to folders are not followed.
  ///
  /// @param exercises the names of exercises; their kept copies are left out
  /// @param notices hears of folders that cannot be read
  static List<Path> scripts(Path folder, Set<String> exercises, Consumer<String> notices) {
    var files = new ArrayList<Path>();
    walk(folder, exercises, notices, files);
    return files.stream().map(folder::relativize).toList();
  }

  private static void walk(
      Path folder, Set<String> exercises, Consumer<String> notices, List<Path> files) {
    List<Path> entries;
    try (Stream<Path> all = Files.list(folder)) {
      entries = all.sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      notices.accept("cannot read " + folder + ", so it is left out: " + e.getMessage());
      return;
    }
    for (Path entry : entries) {
      String name = entry.getFileName().toString();
      boolean isLaidAside =
          name.matches(".*" + LAID_ASIDE) && exercises.contains(name.replaceAll(LAID_ASIDE, ""));
      if (!Files.isDirectory(entry) && !name.startsWith(".")) {
        files.add(entry); // if it cannot be read, its play says so
      } else if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)
          && !FolderWalk.isOfTools(entry)
          && !entry.endsWith(SOLUTIONS)
          && !isLaidAside) {
        walk(entry, exercises, notices, files);
      }
    }
  }

  /// Finds the scripts for an exercise by its name. Among several, one in a folder with the
  /// module's name comes first, then the one in the fewest folders.
  ///
  /// @param files within the learner's folder
  /// @param bounds the same folder
  static Optional<Submission> of(
      Exercise exercise, Path folder, List<Path> files, FileBounds bounds) {
    var sources = new TreeMap<String, Path>();
    var others = new ArrayList<Path>();
    for (String extension : exercise.start().sources().keySet()) {
      List<Path> fitting =
          files.stream()
              .filter(file -> ScriptPairs.isNamed(file, exercise.name(), extension))
              .sorted(
                  Comparator.comparing((Path file) -> !isWithin(file, Path.of(exercise.module())))
                      .thenComparing(Path::getNameCount)
                      .thenComparing(Path::toString))
              .toList();
      if (!fitting.isEmpty()) {
        sources.put(extension, folder.resolve(fitting.getFirst()));
        others.addAll(fitting.subList(1, fitting.size()));
      }
    }
    return sources.isEmpty()
        ? Optional.empty()
        : Optional.of(new Submission(sources, others, bounds));
  }

  /// Whether a file is in a folder with that name or path.
  private static boolean isWithin(Path file, Path module) {
    int length = module.getNameCount();
    for (int i = 0; i + length < file.getNameCount(); i++) {
      if (file.subpath(i, i + length).equals(module)) {
        return true;
      }
    }
    return false;
  }

  /// Whether the script is still as the exercise starts.
  boolean isUnchanged(Exercise exercise, Lane lane) {
    Optional<Path> start = lane.script(exercise.start());
    Path own = sources.get(lane.description().suffix());
    if (own == null || start.isEmpty()) {
      return false;
    }
    try {
      return Arrays.equals(
          TextFile.bytes(own, bounds, TextFile.LARGEST),
          TextFile.bytes(start.get(), FileBounds.NONE, TextFile.LARGEST));
    } catch (UnreadableFile e) {
      return false; // the play shows the problem
    }
  }

  /// A warning that other scripts could have been graded; empty if there are none.
  String doubt() {
    return others.isEmpty()
        ? ""
        : "also found " + others.stream().map(Path::toString).collect(Collectors.joining(", "));
  }
}
