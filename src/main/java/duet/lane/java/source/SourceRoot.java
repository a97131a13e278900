package duet.lane.java.source;

import java.nio.file.Path;
import java.util.Objects;

/// The folder in which a script's packages are looked for (JEP 458): that of the script, or one
/// above where the script is in the folder of its package.
public final class SourceRoot {
  private SourceRoot() {}

  /// The folder for a script.
  ///
  /// @param packageName the package that the script declares; empty for none
  public static Path of(Path script, String packageName) {
    Path own = Objects.requireNonNull(script.toAbsolutePath().normalize().getParent());
    Path packagePath = Path.of(packageName.replace('.', '/'));
    if (packageName.isEmpty() || !own.endsWith(packagePath)) {
      return own;
    }
    Path root = own;
    for (int i = packagePath.getNameCount(); i > 0; i--) {
      root = Objects.requireNonNull(root.getParent());
    }
    return root;
  }
}
