package duet.lane.java.source;

import duet.scenario.NeighbourFiles;
import duet.scenario.NeighbourFiles.Neighbour;
import duet.scenario.NeighbourSearch;
import duet.scenario.file.FileBounds;
import duet.scenario.file.TextFile;
import duet.scenario.file.UnreadableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
    return new Search(script.toAbsolutePath().normalize(), JavaText.of(text), bounds).found();
  }

  /// A class may also inherit its main method.
  @Override
  public boolean isProgram(String text) {
    return JavaText.of(text).hasMain();
  }

  private static final class Search {
    private final Path script;
    private final FileBounds bounds;
    private final Set<String> words = new HashSet<>();

    /// The folders of packages, by the path of the package.
    private final Map<String, Path> folders = new TreeMap<>();

    private final Map<String, Neighbour> found = new LinkedHashMap<>();
    private final List<String> leftOut = new ArrayList<>();
    private final Set<Path> seen = new HashSet<>();
    private long size;

    Search(Path script, JavaText text, FileBounds bounds) {
      this.script = script;
      this.bounds = bounds;
      seen.add(script);
      Path own = Objects.requireNonNull(script.getParent());
      String packagePath = text.packageName().replace('.', '/');
      folders.put(packagePath, own);
      if (!packagePath.isEmpty() && own.endsWith(packagePath)) {
        Path root = own;
        for (int i = Path.of(packagePath).getNameCount(); i > 0; i--) {
          root = Objects.requireNonNull(root.getParent());
        }
        folders.put("", root);
      }
      learn(text);
    }

    NeighbourFiles found() {
      int known = -1;
      while (known != found.size() + folders.size() && isSmall()) {
        known = found.size() + folders.size();
        new TreeMap<>(folders).forEach(this::look);
      }
      if (!isSmall()) {
        leftOut.add(
            "The script uses more than %d files or %d MiB; Duet has left out the rest."
                .formatted(FILES_AT_MOST, CHARS_AT_MOST >> 20));
      }
      return new NeighbourFiles(List.copyOf(found.values()), leftOut);
    }

    private boolean isSmall() {
      return found.size() < FILES_AT_MOST && size < CHARS_AT_MOST;
    }

    private void look(String packagePath, Path folder) {
      String prefix = packagePath.isEmpty() ? "" : packagePath + "/";
      for (Path entry : entries(folder)) {
        String name = entry.getFileName().toString();
        if (name.endsWith(SUFFIX)) {
          String stem = name.substring(0, name.length() - SUFFIX.length());
          if (words.contains(stem) && isSmall() && seen.add(entry)) {
            add(prefix + name, entry);
          }
        } else if (words.contains(name) && Files.isDirectory(entry) && bounds.has(entry)) {
          folders.putIfAbsent(prefix + name, entry);
        }
      }
    }

    private static List<Path> entries(Path folder) {
      try (Stream<Path> entries = Files.list(folder)) {
        return entries.sorted().toList();
      } catch (IOException e) {
        return List.of(); // nothing there can be used
      }
    }

    private void add(String name, Path file) {
      try {
        String text = TextFile.read(file, bounds, TextFile.LARGEST);
        size += text.length();
        found.put(name, new Neighbour(name, file, text));
        learn(JavaText.of(text));
      } catch (UnreadableFile e) {
        leftOut.add(e.sentences(name));
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
