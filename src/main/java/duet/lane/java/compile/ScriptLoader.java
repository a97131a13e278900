package duet.lane.java.compile;

import duet.lane.java.woven.ScaledTime;
import duet.lane.java.woven.ThreadCalls;
import java.lang.classfile.CodeTransform;
import java.util.List;
import java.util.Map;

/// Loads the classes of one script. The script sees the JDK and nothing of Duet, except what its
/// rewritten code calls.
public final class ScriptLoader extends ClassLoader {
  /// The loader's name, which marks the script's own stack frames.
  public static final String NAME = "script";

  private final Map<String, byte[]> classes;
  private final ScriptClasses script;

  public ScriptLoader(Map<String, byte[]> classes, double speed) {
    super(NAME, ClassLoader.getPlatformClassLoader());
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
