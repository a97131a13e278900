package duet.lane.python;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// The text of the [Prelude], which the agent of the CPython lanes has, too.
public final class PreludeText {
  /// Every module of the folder.
  static final List<String> MODULES =
      List.of(
          "after_import",
          "awaiting",
          "builtins_name",
          "cell_runner",
          "cells",
          "compiling",
          "failures",
          "files",
          "frames",
          "guise",
          "hints",
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
          "packages",
          "per_thread",
          "places",
          "pretty",
          "primer",
          "processes",
          "programs",
          "queues",
          "rich",
          "running",
          "script",
          "session",
          "shared",
          "shell",
          "signals",
          "sleep",
          "sockets",
          "spawned",
          "syntax",
          "tasks",
          "thread_hook",
          "threads",
          "tracebacks",
          "unix_loops",
          "waiting",
          "waits");

  /// Every module of the folder `explore`, which a host loads only when it explores.
  static final List<String> EXPLORING =
      List.of(
          "clocks",
          "details",
          "engine",
          "exploring",
          "library",
          "loops",
          "plans",
          "primitives",
          "printed",
          "rules",
          "scheduler",
          "scopes",
          "stepping",
          "thread_module",
          "threads",
          "waits_told");

  private PreludeText() {}

  /// All modules, each below a line with its name.
  public static String modules() {
    return MODULES.stream()
        .map(name -> section(name, text("prelude/" + name + ".py")))
        .collect(Collectors.joining());
  }

  /// The modules that play chosen schedules, in the same form.
  public static String exploring() {
    return EXPLORING.stream()
        .map(name -> section(name, text("explore/" + name + ".py")))
        .collect(Collectors.joining());
  }

  /// A module below a line with its name.
  public static String section(String name, String text) {
    return "\n#: " + name + "\n" + text;
  }

  /// The text that evaluates to the function that makes a loader of modules.
  public static String loader() {
    return text("loader.py");
  }

  private static String text(String resource) {
    try (InputStream in = PreludeText.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
