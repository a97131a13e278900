package duet.lane.java.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/// What the words of a Java file tell, without comments.
///
/// @param packageName the package that it declares; empty for none
/// @param words its identifiers and keywords
/// @param quoted its strings
/// @param hasMain whether it declares a method `void main`
public record JavaText(String packageName, Set<String> words, Set<String> quoted, boolean hasMain) {
  private static final String TEXT_BLOCK = "\"\"\"";

  public JavaText {
    words = Set.copyOf(words);
    quoted = Set.copyOf(quoted);
  }

  /// Reads a text, whatever it is.
  public static JavaText of(String text) {
    var reader = new WordReader(text);
    reader.read();
    return new JavaText(reader.packageName.toString(), reader.words, reader.quoted, reader.hasMain);
  }

  /// Reads word by word.
  private static final class WordReader {
    private final String text;
    private final Set<String> words = new HashSet<>();
    private final Set<String> quoted = new HashSet<>();
    private final StringBuilder packageName = new StringBuilder();
    private final Deque<String> last = new ArrayDeque<>();
    private boolean inPackage;
    private boolean hasMain;
    private int at;

    WordReader(String text) {
      this.text = text;
    }

    void read() {
      while (at < text.length()) {
        char c = text.charAt(at);
        if (text.startsWith("//", at)) {
          at = after("\n", at);
        } else if (text.startsWith("/*", at)) {
          at = after("*/", at + 2);
        } else if (text.startsWith(TEXT_BLOCK, at)) {
          literal(TEXT_BLOCK);
        } else if (c == '"' || c == '\'') {
          literal(String.valueOf(c));
        } else if (Character.isJavaIdentifierStart(c)) {
          word();
        } else {
          if (!Character.isWhitespace(c)) {
            token(String.valueOf(c));
          }
          at++;
        }
      }
    }

    private int after(String end, int from) {
      int found = text.indexOf(end, from);
      return found < 0 ? text.length() : found + end.length();
    }

    /// A string or a character ends with its line where its end is missing.
    private void literal(String mark) {
      int start = at + mark.length();
      int end = start;
      boolean isBlock = mark.equals(TEXT_BLOCK);
      while (end < text.length()
          && !text.startsWith(mark, end)
          && (isBlock || text.charAt(end) != '\n')) {
        end += text.charAt(end) == '\\' ? 2 : 1;
      }
      end = Math.min(end, text.length());
      quoted.add(text.substring(start, end));
      at = Math.min(end + mark.length(), text.length());
    }

    private void word() {
      int start = at;
      while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
        at++;
      }
      String word = text.substring(start, at);
      words.add(word);
      token(word);
    }

    private void token(String token) {
      if (token.equals(";")) {
        inPackage = false;
      } else if (inPackage) {
        packageName.append(token);
      } else if (token.equals("package") && packageName.isEmpty()) {
        inPackage = true;
      }
      hasMain |= token.equals("(") && String.join(" ", last).equals("void main");
      last.addLast(token);
      if (last.size() > 2) {
        last.removeFirst();
      }
    }
  }
}
