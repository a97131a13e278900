package duet.course.lesson;

import duet.run.Play;
import duet.run.Run;
import duet.scenario.RunFigure;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// A comment in a lesson that ties what stands before it to what is played.
///
/// `<!-- measured: lock python wall ± 0.5 -->` behind a figure says where that figure comes from;
/// without a lane it is that of each. What is measured is a [RunFigure], or the number that the
/// first group of a quoted pattern finds in a line. `<!-- shown by: lock order -->` behind a claim
/// names the expectation that would break if it stopped being true.
public sealed interface ClaimComment {
  /// In which line of the lesson it stands.
  int line();

  /// A figure.
  ///
  /// @param lane of which lane, empty for each
  /// @param tolerance how far a measurement may be away, empty for a tenth of the figure
  record Measured(
      int line,
      double figure,
      String scenario,
      String lane,
      String quantity,
      OptionalDouble tolerance)
      implements ClaimComment {
    /// What one more speed adds to a figure in seconds, since not everything gets faster.
    private static final double UNSCALED_SECONDS = 0.06;

    private static final double DEFAULT_TOLERANCE = 0.1;

    /// Whether a run's figure is near enough.
    public boolean fits(double measured, double speed) {
      boolean isScaled = RunFigure.of(quantity).filter(RunFigure::isScaled).isPresent();
      return Math.abs(measured - figure)
          <= tolerance.orElse(DEFAULT_TOLERANCE * figure)
              + (isScaled ? UNSCALED_SECONDS * Math.max(0, speed - 1) : 0);
    }

    /// Whether that is so though nothing is made easier for speed.
    public boolean fitsWell(double measured) {
      return fits(measured, 1);
    }

    /// The figure of a run, empty where it has none.
    public OptionalDouble of(Play play, Run run) {
      return RunFigure.of(quantity)
          .map(known -> MeasuredFigures.of(known, play, run))
          .orElseGet(() -> MeasuredFigures.in(run, Pattern.compile(unquoted(quantity))));
    }
  }

  private static String unquoted(String quantity) {
    return quantity.substring(1, quantity.length() - 1);
  }

  /// A claim.
  ///
  /// @param expectation what the scenario declares about it, such as `order` or `results`
  record Shown(int line, String scenario, String expectation) implements ClaimComment {}

  /// A comment that begins like a mark and is none.
  record Misspelt(int line, String why) implements ClaimComment {}

  Pattern MEASURED =
      Pattern.compile(
          "measured: *(\\S+)(?: +(python|java))? +('.+'|\\w+)(?: *± *(\\d+(?:\\.\\d+)?))?");

  Pattern SHOWN = Pattern.compile("shown by: *(\\S+) +(\\w+)");

  Pattern LAST_NUMBER = Pattern.compile("(\\d[\\d,]*(?:\\.\\d+)?)(?!.*\\d)", Pattern.DOTALL);

  /// The mark in a comment; empty where it is an ordinary one.
  ///
  /// @param before the text of the paragraph up to it
  static Optional<ClaimComment> of(int line, String comment, String before) {
    String text = comment.replaceAll("^<!--|-->$", "").strip();
    Matcher measured = MEASURED.matcher(text);
    Matcher shown = SHOWN.matcher(text);
    if (shown.matches()) {
      return Optional.of(new Shown(line, shown.group(1), shown.group(2)));
    }
    if (measured.matches()) {
      return Optional.of(measured(line, measured, before));
    }
    return text.startsWith("measured") || text.startsWith("shown")
        ? Optional.of(
            new Misspelt(
                line,
                "is neither 'measured: SCENARIO [LANE] QUANTITY [± N]' nor 'shown by: SCENARIO"
                    + " EXPECTATION'"))
        : Optional.empty();
  }

  private static ClaimComment measured(int line, Matcher mark, String before) {
    Matcher number = LAST_NUMBER.matcher(before);
    String quantity = mark.group(3);
    if (!number.find()) {
      return new Misspelt(line, "has no figure before it");
    }
    if (quantity.startsWith("'")) {
      try {
        Pattern.compile(unquoted(quantity));
      } catch (PatternSyntaxException e) {
        return new Misspelt(line, "has a pattern that is none: " + e.getDescription());
      }
    } else if (RunFigure.of(quantity).isEmpty()) {
      return new Misspelt(
          line, "asks for '" + quantity + "'; there are " + String.join(", ", RunFigure.words()));
    }
    return new Measured(
        line,
        Double.parseDouble(number.group(1).replace(",", "")),
        mark.group(1),
        Optional.ofNullable(mark.group(2)).orElse(""),
        quantity,
        mark.group(4) == null
            ? OptionalDouble.empty()
            : OptionalDouble.of(Double.parseDouble(mark.group(4))));
  }
}
