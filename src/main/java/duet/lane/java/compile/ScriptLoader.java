package duet.lane.java.compile;

import duet.lane.java.woven.ScaledTime;
import duet.lane.java.woven.ThreadCalls;
import java.lang.classfile.CodeTransform;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Loads the classes of one script. The script sees the JDK and nothing of Duet, except what its
/// rewritten code calls.
public final class ScriptLoader extends ClassLoader {
  /// The loader's name, which marks the script's own stack frames.
  public static final String NAME = "script";

  private final Map<String, byte[]> classes;
  private final ScriptClasses script;
  private final Optional<Path> folder;

  /// A loader of a script without libraries.
  public ScriptLoader(Map<String, byte[]> classes, double speed) {
    this(classes, speed, ClassLoader.getPlatformClassLoader(), Optional.empty());
  }

  /// A loader of a script.
  ///
  /// @param libraries loads the classes that are not the script's
  /// @param folder has the script's resources
  public ScriptLoader(
      Map<String, byte[]> classes, double speed, ClassLoader libraries, Optional<Path> folder) {
    super(NAME, libraries);
    this.folder = folder.map(path -> path.toAbsolutePath().normalize());
    script = new ScriptClasses(classes);
    CodeTransform threads = new ThreadWeaver(script);
    this.classes =
        script.rewritten(speed == 1 ? threads : threads.andThen(new TimeScaler(script, speed)));
  }

  /// The names of the parameters of the only method with this name, `this` included, in their
  /// order; none where that is not known.
  ///
  /// @param className a binary name
  public List<String> parameters(String className, String method) {
    return script.parameters(className, method);
  }

  /// Unlike other loaders, this one prefers its own classes to those of libraries, as `java FILE`.
  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      return known == null && classes.containsKey(name)
          ? findClass(name)
          : super.loadClass(name, resolve);
    }
  }

  /// A file in the script's folder.
  @Override
  protected @Nullable URL findResource(String name) {
    if (folder.isEmpty()) {
      return null;
    }
    try {
      Path file = folder.get().resolve(name).normalize();
      boolean isThere = file.startsWith(folder.get()) && Files.isRegularFile(file);
      return isThere ? file.toUri().toURL() : null;
    } catch (InvalidPathException | MalformedURLException e) {
      return null;
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (name.equals(ScaledTime.class.getName())) {
      return ScaledTime.class;
    }
    if (name.equals(ThreadCalls.class.getName())) {
      return ThreadCalls.class;
    }
    byte[] bytes = classes.get(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }
}
