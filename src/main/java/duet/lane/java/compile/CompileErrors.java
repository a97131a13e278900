package duet.lane.java.compile;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;

/// Compile errors as a learner reads them: file and line, what is wrong, the line itself, a caret.
public final class CompileErrors {
  private static final int SHOWN_AT_MOST = 5;

  private static final String PREVIEW =
      "Preview features of Java are off. Turn them on: --enable-preview, or 'enable_preview: true'"
          + " in the declaration.";

  private CompileErrors() {}

  /// @param file the script's file, for errors that are at no place
  static String of(String file, List<Diagnostic<?>> errors) {
    String shown =
        errors.stream()
            .limit(SHOWN_AT_MOST)
            .map(error -> one(file, error))
            .collect(Collectors.joining("\n"));
    int more = errors.size() - SHOWN_AT_MOST;
    return shown
        + (more > 0 ? "\n… and " + more + " more errors" : "")
        + (errors.stream().anyMatch(CompileErrors::isAboutPreview) ? "\n" + PREVIEW : "");
  }

  private static boolean isAboutPreview(Diagnostic<?> error) {
    return String.valueOf(error.getCode()).contains("preview");
  }

  private static String one(String script, Diagnostic<?> error) {
    SourceText source = error.getSource() instanceof SourceText own ? own : null;
    String file = source == null ? script : source.file();
    List<String> lines = source == null ? List.of() : source.text().lines().toList();
    String message = error.getMessage(Locale.ENGLISH);
    int line = (int) error.getLineNumber();
    if (line < 1 || line > lines.size()) {
      return file + ": error: " + message;
    }
    return at(file, line, lines.get(line - 1), (int) error.getColumnNumber() - 1, message);
  }

  /// One error.
  ///
  /// @param line the line's number, from 1
  /// @param own the line itself
  /// @param column the position in that line, from 0
  public static String at(String file, int line, String own, int column, String message) {
    int caret = Math.clamp(column, 0, own.length());
    String indent = own.substring(0, caret).replaceAll("[^\t]", " ");
    String[] parts = message.split("\n", 2);
    String details = parts.length > 1 ? "\n" + parts[1] : "";
    return file + ":" + line + ": error: " + parts[0] + "\n" + own + "\n" + indent + "^" + details;
  }
}
