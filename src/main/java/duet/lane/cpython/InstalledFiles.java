package duet.lane.cpython;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The files of an installed Python: what it has to be able to read where it is confined.
final class InstalledFiles {
  /// The file by which a virtual environment names the Python that it was made from (PEP 405).
  private static final String ENVIRONMENT = "pyvenv.cfg";

  private static final Path SYSTEM = Path.of("/usr");

  private InstalledFiles() {}

  /// The files and folders of the Python that this executable starts; of a Python of the system
  /// only its executables, since what else belongs to the system can be read anyway.
  static List<Path> of(Path program) {
    var files = new ArrayList<Path>();
    prefix(program).ifPresent(folder -> add(folder, program, files));
    environmentHome(program)
        .map(home -> home.resolve(program.getFileName()))
        .ifPresent(base -> files.addAll(of(base)));
    try {
      Path real = program.toRealPath();
      if (!real.equals(program)) {
        files.addAll(of(real));
      }
    } catch (IOException e) {
      // Starting it will say what is wrong.
    }
    return files.stream().distinct().toList();
  }

  /// Whether they are of a free-threaded build: its library has a folder such as `python3.14t` (PEP
  /// 703).
  static boolean areFreeThreaded(Path program) {
    return of(program).stream()
        .map(folder -> folder.resolve("lib"))
        .filter(Files::isDirectory)
        .anyMatch(InstalledFiles::hasFreeThreadedLibrary);
  }

  private static boolean hasFreeThreadedLibrary(Path folder) {
    try (var entries = Files.newDirectoryStream(folder, "python3.*t")) {
      return entries.iterator().hasNext();
    } catch (IOException e) {
      return false;
    }
  }

  private static void add(Path folder, Path program, List<Path> files) {
    files.add(folder.equals(SYSTEM) || folder.getNameCount() == 0 ? program : folder);
  }

  /// The folder that an executable's `bin` is in.
  private static Optional<Path> prefix(Path program) {
    return Optional.ofNullable(program.toAbsolutePath().getParent()).map(Path::getParent);
  }

  private static Optional<Path> environmentHome(Path program) {
    Optional<Path> settings = prefix(program).map(folder -> folder.resolve(ENVIRONMENT));
    if (settings.filter(Files::isRegularFile).isEmpty()) {
      return Optional.empty();
    }
    try (var lines = Files.lines(settings.get())) {
      return lines
          .map(line -> line.split("=", 2))
          .filter(parts -> parts.length == 2 && parts[0].strip().equals("home"))
          .map(parts -> Path.of(parts[1].strip()))
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
