package duet.lane.python.runtime;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Where packages such as `tqdm` may be imported from: the folders of `DUET_PYTHONPATH` and
/// `PYTHONPATH`, the active virtual environment, and the packages of a Debian system.
public final class SitePackages {
  private static final Path DEBIAN = Path.of("/usr/lib/python3/dist-packages");

  private SitePackages() {}

  /// Those of this process.
  public static List<String> found() {
    return found(System.getenv());
  }

  /// The folders that exist, in the order in which they are searched, after the standard library.
  public static List<String> found(Map<String, String> environment) {
    var folders = new ArrayList<Path>();
    for (String name : List.of("DUET_PYTHONPATH", "PYTHONPATH")) {
      Stream.of(environment.getOrDefault(name, "").split(File.pathSeparator))
          .filter(folder -> !folder.isBlank())
          .map(Path::of)
          .forEach(folders::add);
    }
    String venv = environment.get("VIRTUAL_ENV");
    if (venv != null) {
      folders.addAll(sitePackages(Path.of(venv, "lib")));
    }
    folders.add(DEBIAN);
    return folders.stream().filter(Files::isDirectory).distinct().map(Path::toString).toList();
  }

  /// `lib/python3.X/site-packages` of every X that is there.
  private static List<Path> sitePackages(Path lib) {
    try (Stream<Path> versions = Files.list(lib)) {
      return versions
          .map(version -> version.resolve("site-packages"))
          .sorted()
          .flatMap(folder -> Stream.concat(Stream.of(folder), named(folder).stream()))
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /// The folders that the `.pth` files of a folder name, such as those of packages that are being
  /// worked on (`pip install -e`). Such files may also have lines of code, which are left out.
  private static List<Path> named(Path folder) {
    var named = new ArrayList<Path>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.pth")) {
      for (Path file : files) {
        Files.readAllLines(file).stream()
            .filter(line -> !line.isBlank() && !line.matches("#.*|import[ \\t].*"))
            .forEach(line -> named.add(folder.resolve(line.strip())));
      }
    } catch (IOException | InvalidPathException e) {
      // What is left is looked at.
    }
    named.sort(null);
    return named;
  }
}
