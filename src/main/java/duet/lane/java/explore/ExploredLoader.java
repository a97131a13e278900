package duet.lane.java.explore;

import duet.lane.java.compile.ScriptLoader;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Loads the rewritten classes of an explored script: once for each schedule, so that nothing is
/// left of the one before.
final class ExploredLoader extends ClassLoader {
  static {
    registerAsParallelCapable();
  }

  private final Map<String, byte[]> classes;
  private final @Nullable Path folder;

  /// @param classes by binary name
  /// @param parent loads the classes that are not the script's
  /// @param folder has the script's resources
  ExploredLoader(Map<String, byte[]> classes, ClassLoader parent, @Nullable Path folder) {
    super(ScriptLoader.NAME, parent);
    this.classes = classes;
    this.folder = folder;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    byte[] bytes = classes.get(name);
    if (bytes == null) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      return known == null ? defineClass(name, bytes, 0, bytes.length) : known;
    }
  }

  /// A file in the script's folder.
  @Override
  protected @Nullable URL findResource(String name) {
    if (folder == null) {
      return null;
    }
    try {
      Path file = folder.resolve(name).normalize();
      boolean isThere = file.startsWith(folder) && Files.isRegularFile(file);
      return isThere ? file.toUri().toURL() : null;
    } catch (InvalidPathException | MalformedURLException e) {
      return null;
    }
  }
}
