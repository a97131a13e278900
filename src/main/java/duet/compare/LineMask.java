package duet.compare;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Masks what may differ between two lines with the same meaning: clock times, dates and the
/// identities of objects, which no two runs share, and whatever else a scenario declares.
public final class LineMask {
  /// The placeholders for what may differ.
  private static final Pattern MASKED = Pattern.compile("<(time|date|object|…)>");

  private record Mask(Pattern pattern, String replacement) {}

  private static final List<Mask> ALWAYS =
      List.of(
          new Mask(
              Pattern.compile(
                  "\\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [ \\d]\\d "
                      + "\\d\\d:\\d\\d:\\d\\d \\d{4}\\b"),
              "<date>"),
          new Mask(Pattern.compile("\\b\\d\\d:\\d\\d:\\d\\d\\b"), "<time>"),
          new Mask(Pattern.compile("<[\\w.<> ]+ at 0x[0-9a-f]+>"), "<object>"),
          new Mask(Pattern.compile("\\b[\\w.$]+@[0-9a-f]{1,8}\\b"), "<object>"));

  private final List<Pattern> declared;
  private final LineSearch search = new LineSearch();

  /// @param declared what else may differ
  public LineMask(List<Pattern> declared) {
    this.declared = List.copyOf(declared);
  }

  /// The line with everything that may differ masked, and without white space at its end. A pattern
  /// that takes too long on this line masks nothing.
  public String apply(String line) {
    String masked = line;
    for (Mask mask : ALWAYS) {
      masked = mask(masked, mask.pattern(), mask.replacement());
    }
    for (Pattern pattern : declared) {
      masked = mask(masked, pattern, "<…>");
    }
    return masked.stripTrailing();
  }

  private String mask(String line, Pattern pattern, String replacement) {
    try {
      return search.replaceAll(pattern, line, replacement);
    } catch (LineSearch.GivenUp e) {
      return line;
    }
  }

  /// A regular expression that matches this line, whatever stands in the masked places.
  public String regex(String line) {
    return MASKED
        .splitAsStream(apply(line))
        .map(Pattern::quote)
        .collect(Collectors.joining(".*", "^", "\\s*$"));
  }
}
