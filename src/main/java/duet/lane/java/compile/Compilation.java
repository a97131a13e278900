package duet.lane.java.compile;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import duet.lane.host.Guest;
import duet.scenario.NeighbourFiles.Neighbour;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/// A script compiled in memory.
///
/// @param types the binary names of the file's classes, in its order; for a compact source file,
///   its implicit class (JEP 512)
/// @param classes the class files by binary name
public record Compilation(List<String> types, Map<String, byte[]> classes) {
  private static final List<String> OPTIONS =
      List.of("-proc:none", "-Xlint:none", "-g", "-Xprefer:source");

  public Compilation {
    types = List.copyOf(types);
  }

  /// The classes whose main method `java FILE` of JDK 25 would start: the first one, or else the
  /// one that is called like the file.
  List<String> candidates(String fileName) {
    String first = types.getFirst();
    String like =
        first.substring(0, first.lastIndexOf('.') + 1) + fileName.replaceFirst("\\.java$", "");
    return Stream.of(first, like).filter(types::contains).distinct().toList();
  }

  /// The package that the script declares; empty for none.
  public String packageName() {
    String first = types.getFirst();
    return first.substring(0, Math.max(0, first.lastIndexOf('.')));
  }

  /// Compiles a script and what it uses.
  ///
  /// @throws Guest.Rejection when it has errors; the message names the first few with line and
  ///   column
  public static Compilation of(JavaProgram program) throws Guest.Rejection {
    List<Neighbour> quoted = program.quoted();
    if (!quoted.isEmpty()) {
      try {
        return of(program, quoted);
      } catch (Guest.Rejection e) {
        // Perhaps one of them is in error, and no class after all but a word.
      }
    }
    return of(program, List.of());
  }

  private static Compilation of(JavaProgram program, List<Neighbour> more) throws Guest.Rejection {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    var diagnostics = new DiagnosticCollector<JavaFileObject>();
    try (var files =
        new MemoryFiles(javac.getStandardFileManager(diagnostics, Locale.ENGLISH, null), program)) {
      var sources = new ArrayList<SourceText>();
      sources.add(SourceText.of(program));
      more.forEach(one -> sources.add(SourceText.of(one)));
      var task =
          (JavacTask) javac.getTask(null, files, diagnostics, options(program), null, sources);
      Iterable<? extends CompilationUnitTree> units = task.parse();
      task.analyze();
      task.generate();
      List<Diagnostic<?>> errors = errors(diagnostics);
      if (!errors.isEmpty()) {
        throw new Guest.Rejection(CompileErrors.of(program.name(), errors));
      }
      return new Compilation(types(program.name(), units.iterator().next()), files.classes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> options(JavaProgram program) {
    var options = new ArrayList<>(OPTIONS);
    if (program.preview()) {
      String release = String.valueOf(Runtime.version().feature());
      options.addAll(List.of("--enable-preview", "--release", release));
    }
    return options;
  }

  private static List<Diagnostic<?>> errors(DiagnosticCollector<JavaFileObject> diagnostics) {
    return diagnostics.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .collect(Collectors.toUnmodifiableList());
  }

  private static List<String> types(String file, CompilationUnitTree unit) throws Guest.Rejection {
    String packageName = unit.getPackageName() == null ? "" : unit.getPackageName() + ".";
    List<String> types =
        unit.getTypeDecls().stream()
            .filter(ClassTree.class::isInstance)
            .map(tree -> packageName + ((ClassTree) tree).getSimpleName())
            .toList();
    if (types.isEmpty()) {
      throw new Guest.Rejection(
          file + ": there is no class in this file. Write a main method: void main() { … }");
    }
    return types;
  }
}
