package duet.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// The lines of a notebook's cell, in a form in which those with the same meaning are equal: a
/// value that Jupyter divides among lines is one line, the elements of sets and dicts are in order,
/// and measured times are masked.
final class CellLines {
  /// A longer line stays as it is.
  private static final int LONGEST = 100_000;

  private static final Pattern VALUE = Pattern.compile("[\\w.]*[\\[({].*");

  /// What `%time` and `%timeit` print.
  private static final Pattern TIMES =
      Pattern.compile("(CPU times: |Wall time: ).*|.*(?= per loop \\(mean ± std)");

  /// A line, and what is quoted of it.
  ///
  /// @param key what is compared
  /// @param text the line as it was printed, or the first one of its value
  record CellLine(String key, String text) {}

  private CellLines() {}

  /// The lines of a cell, or of one thread of it.
  static List<CellLine> of(List<String> lines, LineMask masks) {
    return of(lines, masks::apply);
  }

  static List<CellLine> of(List<String> lines, UnaryOperator<String> masked) {
    var found = new ArrayList<CellLine>();
    for (int at = 0; at < lines.size(); ) {
      int end = at + height(lines, at);
      String joined = String.join(" ", lines.subList(at, end).stream().map(String::strip).toList());
      String whole = end == at + 1 ? lines.get(at) : joined;
      String key = TIMES.matcher(masked.apply(whole)).replaceFirst("$1<…>");
      found.add(new CellLine(key.length() > LONGEST ? key : ordered(key), lines.get(at)));
      at = end;
    }
    return found;
  }

  /// How many lines a value has that begins here; 1 where there is none.
  private static int height(List<String> lines, int from) {
    if (!VALUE.matcher(lines.get(from)).matches()) {
      return 1;
    }
    int depth = 0;
    for (int at = from; at < lines.size(); at++) {
      String line = lines.get(at);
      if (at > from && !line.startsWith(" ")) {
        return 1;
      }
      depth += depth(line);
      if (depth <= 0) {
        return at - from + 1;
      }
    }
    return 1;
  }

  /// How many more brackets a line opens than it closes.
  private static int depth(String line) {
    int depth = 0;
    for (int i = 0; i < line.length(); i++) {
      switch (line.charAt(i)) {
        case '(', '[', '{' -> depth++;
        case ')', ']', '}' -> depth--;
        case '\'', '"' -> i = endOfText(line, i);
        default -> {}
      }
    }
    return depth;
  }

  /// The index of the quotation mark that ends a text; that of its first one where none does.
  private static int endOfText(String line, int from) {
    for (int i = from + 1; i < line.length(); i++) {
      if (line.charAt(i) == '\\') {
        i++;
      } else if (line.charAt(i) == line.charAt(from)) {
        return i;
      }
    }
    return from;
  }

  /// The line with the elements of its sets and dicts in order.
  private static String ordered(String line) {
    if (line.indexOf('{') < 0 || depth(line) != 0) {
      return line;
    }
    var reader = new ElementReader(line);
    String read = reader.elements('\0');
    return reader.isBroken || reader.at < line.length() ? line : read;
  }

  /// Reads the elements between brackets, which may have brackets in them.
  private static final class ElementReader {
    private static final int DEEPEST = 100;

    private final String line;
    private int at;
    private int depth;
    private boolean isBroken;

    ElementReader(String line) {
      this.line = line;
    }

    /// The elements up to a closing bracket, put together again.
    String elements(char end) {
      var elements = new ArrayList<String>();
      var element = new StringBuilder();
      while (at < line.length() && line.charAt(at) != end && depth < DEEPEST) {
        char c = line.charAt(at);
        if (c == '(' || c == '[' || c == '{') {
          at++;
          depth++;
          char closing = c == '(' ? ')' : c == '[' ? ']' : '}';
          element.append(c).append(elements(closing)).append(closing);
          isBroken |= at >= line.length() || line.charAt(at) != closing;
          depth--;
          at++;
        } else if (end == '}' && line.startsWith(", ", at)) {
          elements.add(element.toString());
          element.setLength(0);
          at += 2;
        } else {
          int last = c == '\'' || c == '"' ? endOfText(line, at) : at;
          element.append(line, at, last + 1);
          at = last + 1;
        }
      }
      elements.add(element.toString());
      if (end == '}') {
        Collections.sort(elements);
      }
      return String.join(", ", elements);
    }
  }
}
