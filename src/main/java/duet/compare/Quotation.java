package duet.compare;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A line or a pattern as sentences quote it.
final class Quotation {
  private static final int LONGEST = 120;
  private static final int MOST = 3;

  private Quotation() {}

  /// A pattern without its anchors, which matter little to a reader.
  static String of(Pattern pattern) {
    return of(pattern.pattern().replaceAll("^\\^|(?<!\\\\)\\$$", ""));
  }

  /// A line. It is cut between characters: half of one could not be written anywhere.
  static String of(String text) {
    boolean isLong = text.codePointCount(0, text.length()) > LONGEST;
    String cut = isLong ? text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…" : text;
    return "'" + cut + "'";
  }

  /// The first of some lines, and how many there are besides.
  static String some(List<String> lines) {
    String quoted = lines.stream().limit(MOST).map(Quotation::of).collect(Collectors.joining(", "));
    return lines.size() > MOST ? quoted + " and " + (lines.size() - MOST) + " more" : quoted;
  }
}
