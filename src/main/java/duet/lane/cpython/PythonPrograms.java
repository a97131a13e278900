package duet.lane.cpython;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the Pythons of a machine by the names of files; none of them is started. They are looked
/// for on the `PATH`, and where pyenv, uv and python.org install them.
final class PythonPrograms {
  /// The id of the lane that plays on what `python3` starts.
  static final String PLAIN = "cpython";

  /// The versions 3.9 to 3.20, some of which are yet to come; free-threaded builds from 3.13 on.
  private static final int OLDEST = 9;

  private static final int NEWEST = 20;
  private static final int FIRST_FREE_THREADED = 13;

  /// `3.13.0`, `3.13.0t`, `cpython-3.13.0-linux-…`, `cpython-3.13.0+freethreaded-linux-…`.
  private static final Pattern VERSION =
      Pattern.compile("(?:cpython-)?3\\.(\\d+)(?:\\.(\\d+))?(t|\\+freethreaded)?(?:[-.].*)?");

  private static final Path FRAMEWORK = Path.of("/Library/Frameworks/Python.framework/Versions");

  private final Map<String, String> environment;

  /// @param environment the environment variables
  PythonPrograms(Map<String, String> environment) {
    this.environment = environment;
  }

  /// What `python3` starts: that of the active virtual environment, or else the first on the
  /// `PATH`. pyenv puts a script there, which takes longer to start than Python does; what it would
  /// start is taken instead.
  Optional<Path> plain() {
    return Optional.ofNullable(environment.get("VIRTUAL_ENV"))
        .map(folder -> Path.of(folder, "bin", "python3"))
        .filter(Files::isExecutable)
        .or(() -> onPath("python3").map(this::withoutShim));
  }

  /// One Python of each version, from the oldest to the newest.
  List<PythonProgram> versions() {
    var found =
        new TreeMap<Integer, PythonProgram>(); // by twice the minor version, plus free-threaded
    for (int minor = OLDEST; minor <= NEWEST; minor++) {
      for (int free = 0; free <= (minor < FIRST_FREE_THREADED ? 0 : 1); free++) {
        String version = "3." + minor + (free == 1 ? "t" : "");
        int key = 2 * minor + free;
        onPath("python" + version)
            .filter(file -> !isShim(file))
            .ifPresent(file -> found.put(key, new PythonProgram(PLAIN + "-" + version, file)));
      }
    }
    installed().forEach((key, program) -> found.putIfAbsent(key, program));
    return List.copyOf(found.values());
  }

  private Map<Integer, PythonProgram> installed() {
    var found = new TreeMap<Integer, PythonProgram>();
    for (Path folder : folders()) {
      Matcher parts = VERSION.matcher(folder.getFileName().toString());
      Path file = folder.resolve("bin").resolve("python3");
      if (parts.matches() && Files.isExecutable(file)) {
        int minor = Integer.parseInt(parts.group(1));
        boolean isFree = parts.group(3) != null;
        if (minor >= OLDEST && minor <= NEWEST) {
          String lane = PLAIN + "-3." + minor + (isFree ? "t" : "");
          found.putIfAbsent(2 * minor + (isFree ? 1 : 0), new PythonProgram(lane, file));
        }
      }
    }
    return found;
  }

  /// The folders that hold a Python each, those of newer patches first.
  private List<Path> folders() {
    var folders = new ArrayList<Path>();
    pyenv().ifPresent(root -> folders.addAll(in(root.resolve("versions"))));
    home()
        .map(home -> home.resolve(Path.of(".local", "share", "uv", "python")))
        .ifPresent(uv -> folders.addAll(in(uv)));
    folders.addAll(in(FRAMEWORK));
    folders.sort(Comparator.comparing(PythonPrograms::patch).reversed());
    return folders;
  }

  private static int patch(Path folder) {
    Matcher parts = VERSION.matcher(folder.getFileName().toString());
    return parts.matches() && parts.group(2) != null ? Integer.parseInt(parts.group(2)) : 0;
  }

  private static List<Path> in(Path folder) {
    var entries = new ArrayList<Path>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
        all.forEach(entries::add);
      } catch (IOException e) {
        return List.of(); // whoever may not look there has none there
      }
    }
    return entries;
  }

  private Optional<Path> onPath(String name) {
    for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator)) {
      Path file = Path.of(folder, name);
      if (!folder.isEmpty() && Files.isExecutable(file) && !Files.isDirectory(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  private boolean isShim(Path file) {
    return pyenv().filter(root -> file.startsWith(root.resolve("shims"))).isPresent();
  }

  private Path withoutShim(Path file) {
    Optional<Path> root = pyenv().filter(_ -> isShim(file));
    return root.flatMap(this::chosen)
        .map(version -> root.orElseThrow().resolve(Path.of("versions", version, "bin", "python3")))
        .filter(Files::isExecutable)
        .orElse(file);
  }

  /// The version that pyenv is set to, where that is set for the whole machine or the shell.
  private Optional<String> chosen(Path root) {
    String text = environment.get("PYENV_VERSION");
    if (text == null) {
      try {
        text = Files.readString(root.resolve("version"));
      } catch (IOException e) {
        return Optional.empty();
      }
    }
    return text.lines().flatMap(line -> Pattern.compile("[:\\s]+").splitAsStream(line)).findFirst();
  }

  private Optional<Path> pyenv() {
    return Optional.ofNullable(environment.get("PYENV_ROOT"))
        .map(Path::of)
        .or(() -> home().map(home -> home.resolve(".pyenv")));
  }

  private Optional<Path> home() {
    return Optional.ofNullable(environment.get("HOME")).map(Path::of);
  }
}
