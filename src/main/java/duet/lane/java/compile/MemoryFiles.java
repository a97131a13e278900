package duet.lane.java.compile;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/// Keeps javac's output in memory; everything else comes from the JDK.
final class MemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {
  private final Map<String, ByteArrayOutputStream> written = new LinkedHashMap<>();

  MemoryFiles(JavaFileManager jdk) {
    super(jdk);
  }

  /// The class files written so far, by binary name.
  Map<String, byte[]> classes() {
    var classes = new LinkedHashMap<String, byte[]>();
    written.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
    return classes;
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
    var uri = URI.create("memory:///" + className.replace('.', '/') + kind.extension);
    return new SimpleJavaFileObject(uri, kind) {
      @Override
      public OutputStream openOutputStream() {
        var bytes = new ByteArrayOutputStream();
        written.put(className, bytes);
        return bytes;
      }
    };
  }

  /// A script sees the JDK only, not Duet's class path.
  @Override
  public boolean hasLocation(Location location) {
    return location != javax.tools.StandardLocation.CLASS_PATH && super.hasLocation(location);
  }

  @Override
  public Iterable<JavaFileObject> list(
      Location location,
      String packageName,
      java.util.Set<JavaFileObject.Kind> kinds,
      boolean recurse)
      throws java.io.IOException {
    return location == javax.tools.StandardLocation.CLASS_PATH
        ? java.util.List.of()
        : super.list(location, packageName, kinds, recurse);
  }
}
