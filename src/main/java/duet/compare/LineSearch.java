package duet.compare;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Looks for patterns in the lines of a play. On some lines a pattern takes years, or more stack
/// than there is. The search is then given up, so that neither a script nor a declaration can hold
/// Duet up. Each search counts how often it reads a character; the limit depends on nothing else.
final class LineSearch {
  /// How many characters may be read in all: so many, and so many for each character of the lines.
  private static final long READS = 10_000_000;

  private static final long READS_OF_EACH = 40;

  private long left = READS;

  /// The search was given up. The message says of which pattern.
  static final class GivenUp extends RuntimeException {
    private static final long serialVersionUID = 1;

    GivenUp(Pattern pattern, Throwable cause) {
      super(pattern.pattern(), cause);
    }
  }

  /// Whether a pattern occurs in a line.
  ///
  /// @throws GivenUp when that takes too long
  boolean find(Pattern pattern, String line) {
    return attempt(pattern, line, Matcher::find);
  }

  /// The line with every occurrence of a pattern replaced.
  ///
  /// @throws GivenUp when that takes too long
  String replaceAll(Pattern pattern, String line, String replacement) {
    return attempt(pattern, line, matcher -> matcher.replaceAll(replacement));
  }

  private <T> T attempt(Pattern pattern, String line, Function<Matcher, T> work) {
    left += READS_OF_EACH * line.length();
    try {
      return work.apply(pattern.matcher(new CountedText(line, 0, line.length())));
    } catch (ReadTooOften | StackOverflowError e) {
      throw new GivenUp(pattern, e);
    }
  }

  /// Ends a search from within.
  private static final class ReadTooOften extends RuntimeException {
    private static final long serialVersionUID = 1;

    ReadTooOften() {
      super("", null, false, false);
    }
  }

  /// A line, or a piece of it, that counts how often it is read.
  private final class CountedText implements CharSequence {
    private final String line;
    private final int from;
    private final int to;

    CountedText(String line, int from, int to) {
      this.line = line;
      this.from = from;
      this.to = to;
    }

    @Override
    public int length() {
      return to - from;
    }

    @Override
    public char charAt(int index) {
      if (--left < 0) {
        throw new ReadTooOften();
      }
      return line.charAt(from + index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new CountedText(line, from + start, from + end);
    }

    @Override
    public String toString() {
      return line.substring(from, to);
    }
  }
}
