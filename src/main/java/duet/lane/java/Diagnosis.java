package duet.lane.java;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;

/// Compile errors as a learner reads them: file and line, what is wrong, the line itself, a caret.
final class Diagnosis {
  private static final int SHOWN_AT_MOST = 5;

  private Diagnosis() {}

  static String of(Path file, String text, List<Diagnostic<?>> errors) {
    List<String> lines = text.lines().toList();
    String shown =
        errors.stream()
            .limit(SHOWN_AT_MOST)
            .map(error -> one(file, lines, error))
            .collect(Collectors.joining("\n"));
    int more = errors.size() - SHOWN_AT_MOST;
    return more > 0 ? shown + "\n… and " + more + " more errors" : shown;
  }

  private static String one(Path file, List<String> lines, Diagnostic<?> error) {
    String message = error.getMessage(Locale.ENGLISH);
    int line = (int) error.getLineNumber();
    if (line < 1 || line > lines.size()) {
      return file.getFileName() + ": error: " + message;
    }
    String own = lines.get(line - 1);
    int column = Math.clamp(error.getColumnNumber() - 1, 0, own.length());
    String indent = own.substring(0, column).replaceAll("[^\t]", " ");
    String[] parts = message.split("\n", 2);
    String details = parts.length > 1 ? "\n" + parts[1] : "";
    String place = file.getFileName() + ":" + line;
    return place + ": error: " + parts[0] + "\n" + own + "\n" + indent + "^" + details;
  }
}
