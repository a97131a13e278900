package duet.lane.java.compile;

import duet.scenario.NeighbourFiles.Neighbour;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/// Keeps javac's output in memory, and gives it the script's neighbours from memory, too;
/// everything else comes from the JDK.
final class MemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {
  private final Map<String, ByteArrayOutputStream> written = new LinkedHashMap<>();

  private final List<Neighbour> neighbours;
  private final boolean hasLibraries;

  MemoryFiles(StandardJavaFileManager jdk, JavaProgram program) throws IOException {
    super(jdk);
    neighbours = program.neighbours();
    hasLibraries = !program.classPath().isEmpty();
    if (hasLibraries) {
      jdk.setLocationFromPaths(StandardLocation.CLASS_PATH, program.classPath());
    }
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

  /// A script sees the JDK, its neighbours and its libraries, not Duet's class path.
  @Override
  public boolean hasLocation(Location location) {
    return location == StandardLocation.SOURCE_PATH
        || (location == StandardLocation.CLASS_PATH ? hasLibraries : super.hasLocation(location));
  }

  @Override
  public Iterable<JavaFileObject> list(
      Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
      throws IOException {
    if (location == StandardLocation.SOURCE_PATH) {
      return kinds.contains(JavaFileObject.Kind.SOURCE) ? sources(packageName) : List.of();
    }
    return location == StandardLocation.CLASS_PATH && !hasLibraries
        ? List.of()
        : super.list(location, packageName, kinds, recurse);
  }

  private List<JavaFileObject> sources(String packageName) {
    String prefix = packageName.isEmpty() ? "" : packageName + ".";
    return neighbours.stream()
        .filter(
            one -> {
              String name = JavaProgram.className(one);
              return name.startsWith(prefix) && name.indexOf('.', prefix.length()) < 0;
            })
        .<JavaFileObject>map(SourceText::of)
        .toList();
  }

  @Override
  public String inferBinaryName(Location location, JavaFileObject file) {
    return file instanceof SourceText source
        ? source.file().replace(".java", "").replace('/', '.')
        : super.inferBinaryName(location, file);
  }
}
