package duet.lane.java.compile;

import java.util.Map;

/// Loads the classes of one script. The script sees the JDK and nothing of Duet, except
/// [ScaledTime] when it plays at another speed.
public final class ScriptLoader extends ClassLoader {
  /// The loader's name, which marks the script's own stack frames.
  public static final String NAME = "script";

  private final Map<String, byte[]> classes;

  public ScriptLoader(Map<String, byte[]> classes, double speed) {
    super(NAME, ClassLoader.getPlatformClassLoader());
    this.classes = speed == 1 ? classes : new TimeScaler(classes).scaleAll(speed);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (name.equals(ScaledTime.class.getName())) {
      return ScaledTime.class;
    }
    byte[] bytes = classes.get(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }
}
