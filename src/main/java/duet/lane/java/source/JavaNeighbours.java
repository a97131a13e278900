package duet.lane.java.source;

import duet.scenario.NeighbourFiles;
import duet.scenario.NeighbourFiles.Neighbour;
import duet.scenario.NeighbourSearch;
import duet.scenario.file.FileBounds;
import duet.scenario.file.SourceEncoding;
import duet.scenario.file.TextFile;
import duet.scenario.file.UnreadableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Finds the source files that a Java script may use, where `java FILE` looks for them (JEP 458):
/// in the script's folder, and in the folders of other packages. A file counts whose name is a word
/// of the script, or of another file that counts; so no other file is read.
public final class JavaNeighbours implements NeighbourSearch {
  private static final String SUFFIX = ".java";
  private static final int FILES_AT_MOST = 1_000;
  private static final int CHARS_AT_MOST = 8 * TextFile.LARGEST;

  @Override
  public NeighbourFiles of(Path script, String text, FileBounds bounds) {
    return new Search(script, JavaText.of(text), bounds).all();
  }

  @Override
  public List<Path> direct(Path script, String text, FileBounds bounds) {
    return new Search(script, JavaText.of(text), bounds)
        .next().stream().map(SourceFile::file).toList();
  }

  /// A class may also inherit its main method.
  @Override
  public boolean isProgram(String text) {
    return JavaText.of(text).hasMain();
  }

  /// A file that may be used.
  ///
  /// @param name its path from the source root
  private record SourceFile(String name, Path file) {}

  private static final class Search {
    private final FileBounds bounds;
    private final Set<String> words = new HashSet<>();

    /// The folders of packages, by the path of the package.
    private final Map<String, Path> folders = new TreeMap<>();

    private final Set<Path> seen = new HashSet<>();
    private final List<Neighbour> found = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private long size;

    Search(Path script, JavaText text, FileBounds bounds) {
      this.bounds = bounds;
      Path file = script.toAbsolutePath().normalize();
      seen.add(file);
      Path own = Objects.requireNonNull(file.getParent());
      Path root = SourceRoot.of(file, text.packageName());
      if (!root.equals(own)) {
        folders.put("", root);
      }
      folders.put(text.packageName().replace('.', '/'), own);
      learn(text);
    }

    NeighbourFiles all() {
      for (List<SourceFile> more = next(); !more.isEmpty(); more = next()) {
        for (SourceFile one : more) {
          if (found.size() == FILES_AT_MOST || size > CHARS_AT_MOST) {
            leftOut.add(
                "The script uses more than %,d files or %d MiB; Duet has left out the rest."
                    .formatted(FILES_AT_MOST, CHARS_AT_MOST >> 20));
            return new NeighbourFiles(found, leftOut);
          }
          read(one);
        }
      }
      return new NeighbourFiles(found, leftOut);
    }

    /// The files that the words known so far name, without those that were found before.
    List<SourceFile> next() {
      var next = new ArrayList<SourceFile>();
      var open = new ArrayDeque<>(folders.entrySet());
      while (!open.isEmpty()) {
        Map.Entry<String, Path> folder = open.remove();
        String prefix = folder.getKey().isEmpty() ? "" : folder.getKey() + "/";
        for (Path entry : entries(folder.getValue())) {
          String name = entry.getFileName().toString();
          if (isSource(name) && seen.add(entry)) {
            next.add(new SourceFile(prefix + name, entry));
          } else if (isPackage(name, entry) && !folders.containsKey(prefix + name)) {
            folders.put(prefix + name, entry);
            open.add(Map.entry(prefix + name, entry));
          }
        }
      }
      return next;
    }

    private boolean isSource(String name) {
      return name.endsWith(SUFFIX)
          && words.contains(name.substring(0, name.length() - SUFFIX.length()));
    }

    private boolean isPackage(String name, Path entry) {
      return words.contains(name) && Files.isDirectory(entry) && bounds.has(entry);
    }

    private static List<Path> entries(Path folder) {
      try (Stream<Path> entries = Files.list(folder)) {
        return entries.sorted().toList();
      } catch (IOException e) {
        return List.of(); // nothing there can be used
      }
    }

    private void read(SourceFile one) {
      try {
        String text =
            TextFile.read(one.file(), bounds, TextFile.LARGEST, SourceEncoding.LENIENT_UTF_8);
        size += text.length();
        found.add(new Neighbour(one.name(), one.file(), text));
        learn(JavaText.of(text));
      } catch (UnreadableFile e) {
        leftOut.add(e.sentences(one.name()));
      }
    }

    /// A class may also be named in a string, for instance one that is loaded by its name.
    private void learn(JavaText text) {
      words.addAll(text.words());
      text.quoted().stream()
          .filter(string -> string.matches("[\\w.$]{1,200}"))
          .flatMap(string -> Stream.of(string.split("[.$]")))
          .forEach(words::add);
    }
  }
}
