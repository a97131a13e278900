package duet.lane.python;

import duet.lane.python.runtime.PreludeServices;
import duet.lane.python.runtime.SitePackages;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;

/// The Python modules that make GraalPy ready for a script. They are resources in the folder
/// `prelude`; the script cannot see them.
final class Prelude {
  /// Every module of the folder.
  static final List<String> MODULES =
      List.of(
          "awaiting",
          "cell_runner",
          "cells",
          "compiling",
          "failures",
          "guise",
          "imports",
          "install",
          "locks",
          "loops",
          "magics",
          "names",
          "native",
          "notebook",
          "observer",
          "output",
          "pace",
          "per_thread",
          "places",
          "pretty",
          "primer",
          "queues",
          "rich",
          "running",
          "script",
          "session",
          "shell",
          "sleep",
          "syntax",
          "tasks",
          "thread_hook",
          "threads",
          "tracebacks",
          "waiting",
          "waits");

  private static final String LOADER = "loader.py";

  private Prelude() {}

  /// Puts the modules in the place of what they replace.
  ///
  /// @param bytecode the folder that keeps compiled Python modules; empty for none
  /// @return what Java asks of them
  static Value install(Context context, PreludeServices services, String bytecode) {
    Value load = loader(context, bytecode);
    ProxyArray sitePackages = ProxyArray.fromArray(SitePackages.found().toArray());
    return load.execute("install").invokeMember("install", services.asProxy(), sitePackages, load);
  }

  /// The function that loads a module by its name.
  static Value loader(Context context, String bytecode) {
    String kept = bytecode.isEmpty() ? "" : Path.of(bytecode, "prelude").toString();
    return makeLoader(context).execute(sources(), kept);
  }

  /// The function that makes a loader from the modules' text and the file that keeps their code.
  static Value makeLoader(Context context) {
    return context.eval(Source.newBuilder("python", text(LOADER), "<duet>").buildLiteral());
  }

  /// All modules, each below a line with its name.
  private static String sources() {
    return MODULES.stream()
        .map(name -> "\n#: " + name + "\n" + text("prelude/" + name + ".py"))
        .collect(Collectors.joining());
  }

  private static String text(String resource) {
    try (InputStream in = Prelude.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
