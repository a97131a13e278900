package duet.scenario.folder;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The installation of Duet: the checkout with its course, and the built program inside it.
///
/// @param root the folder that holds `scripts` and `python-originals`
/// @param program the built program, with `lib` and `python`
public record Home(Path root, Path program) {
  /// The home of the running program: the system property `duet.root`, or else the nearest folder
  /// above its own classes that holds the course.
  ///
  /// @throws IllegalStateException when there is none, which is a broken installation
  public static Home find() {
    String given = System.getProperty("duet.root");
    Path root = given != null ? Path.of(given) : courseAbove(ownClasses());
    if (root == null) {
      throw new IllegalStateException("no folder with scripts/ and python-originals/ above Duet");
    }
    return new Home(root, root.resolve("target").resolve("duet"));
  }

  /// The Java scripts and lessons.
  public Path scripts() {
    return root.resolve("scripts");
  }

  /// The Python originals.
  public Path originals() {
    return root.resolve("python-originals");
  }

  /// The pages of the manual.
  public Path manual() {
    return root.resolve("src").resolve("site").resolve("markdown");
  }

  private static Path ownClasses() {
    try {
      return Path.of(Home.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable Path courseAbove(Path start) {
    for (Path at = start; at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve("scripts"))
          && Files.isDirectory(at.resolve("python-originals"))) {
        return at;
      }
    }
    return null;
  }
}
