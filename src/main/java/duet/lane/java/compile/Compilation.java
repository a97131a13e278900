package duet.lane.java.compile;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import duet.lane.host.Guest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// A script compiled in memory.
///
/// @param mainClass the binary name of the file's first class, where `java FILE` starts too (JEP
///   330); for a compact source file, its implicit class (JEP 512)
/// @param classes the class files by binary name
public record Compilation(String mainClass, Map<String, byte[]> classes) {
  /// Compiles one file.
  ///
  /// @throws Guest.Rejection when it has errors; the message names the first few with line and
  ///   column
  public static Compilation of(Path file, String text) throws Guest.Rejection {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    var diagnostics = new DiagnosticCollector<JavaFileObject>();
    try (var files =
        new MemoryFiles(javac.getStandardFileManager(diagnostics, Locale.ENGLISH, null))) {
      List<String> options = List.of("-proc:none", "-Xlint:none", "-g");
      var source = new SourceText(file.getFileName().toString(), text);
      var task =
          (JavacTask) javac.getTask(null, files, diagnostics, options, null, List.of(source));
      Iterable<? extends CompilationUnitTree> units = task.parse();
      task.analyze();
      task.generate();
      List<Diagnostic<?>> errors = errors(diagnostics);
      if (!errors.isEmpty()) {
        throw new Guest.Rejection(CompileErrors.of(file, text, errors));
      }
      return new Compilation(mainClass(file, units.iterator().next()), files.classes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Diagnostic<?>> errors(DiagnosticCollector<JavaFileObject> diagnostics) {
    return diagnostics.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .collect(Collectors.toUnmodifiableList());
  }

  private static String mainClass(Path file, CompilationUnitTree unit) throws Guest.Rejection {
    ClassTree first =
        unit.getTypeDecls().stream()
            .filter(ClassTree.class::isInstance)
            .map(ClassTree.class::cast)
            .findFirst()
            .orElseThrow(
                () ->
                    new Guest.Rejection(file.getFileName() + ": there is no class in this file."));
    String packageName = unit.getPackageName() == null ? "" : unit.getPackageName() + ".";
    return packageName + first.getSimpleName();
  }

  /// The script's text as javac wants it.
  private static final class SourceText extends SimpleJavaFileObject {
    private final String text;

    SourceText(String fileName, String text) {
      super(URI.create("script:///" + fileName.replace(" ", "%20")), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }

    /// A public class may have any name here, as with `java FILE`.
    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
      return kind == Kind.SOURCE;
    }
  }
}
