package duet.course.lesson;

import duet.run.Play;
import duet.run.Run;
import duet.scenario.LaneGroup;
import duet.scenario.RunFigure;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/// A comment in a lesson that ties the text before it to a play.
///
/// `<!-- measured: lock python wall ± 0.5 -->` after a figure says where the figure comes from;
/// without a lane, from every lane. A play measures a [RunFigure], or the number that the first
/// group of a quoted pattern finds in a line. `<!-- shown by: lock order -->` after a claim names
/// the expectation that breaks when the claim is no longer true.
public sealed interface ClaimComment {
  /// The line of the lesson that has the comment.
  int line();

  /// A figure.
  ///
  /// @param lane the word of the [LaneGroup] that measures it; empty for every lane
  /// @param tolerance how much a measurement may differ; empty for a tenth of the figure
  record Measured(
      int line,
      double figure,
      String scenario,
      String lane,
      String quantity,
      OptionalDouble tolerance)
      implements ClaimComment {
    /// Extra tolerance in seconds for every step of speed above 1: only sleeps get shorter.
    private static final double UNSCALED_SECONDS = 0.06;

    private static final double DEFAULT_TOLERANCE = 0.1;

    /// Whether a run's figure is within the tolerance.
    public boolean fits(double measured, double speed) {
      boolean isScaled = RunFigure.of(quantity).filter(RunFigure::isScaled).isPresent();
      return Math.abs(measured - figure)
          <= tolerance.orElse(DEFAULT_TOLERANCE * figure)
              + (isScaled ? UNSCALED_SECONDS * Math.max(0, speed - 1) : 0);
    }

    /// The same without the extra tolerance for speed.
    public boolean fitsStrictly(double measured) {
      return fits(measured, 1);
    }

    /// The figure that a run measured, if it did.
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

  /// A comment that is probably meant as one of these, but is mistyped.
  record Misspelt(int line, String why) implements ClaimComment {}

  Pattern SHOWN = Pattern.compile("shown by: *(\\S+) +(\\w+)");

  Pattern LAST_NUMBER = Pattern.compile("(\\d[\\d,]*(?:\\.\\d+)?)(?!.*\\d)", Pattern.DOTALL);

  /// Reads a comment; empty if it is an ordinary one.
  ///
  /// @param before the text of the paragraph before it
  /// @param lanes the ids of all lanes
  public static Optional<ClaimComment> of(
      int line, String comment, String before, List<String> lanes) {
    String text = comment.replaceAll("^<!--|-->$", "").strip();
    Matcher measured = measured(lanes).matcher(text);
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

  private static Pattern measured(List<String> lanes) {
    String lane =
        lanes.stream()
            .map(Pattern::quote)
            .collect(Collectors.joining("|", "", "|" + LaneGroup.WORDS));
    return Pattern.compile(
        "measured: *(\\S+)(?: +(" + lane + "))? +('.+'|\\w+)(?: *± *(\\d+(?:\\.\\d+)?))?");
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
        return new Misspelt(line, "has a broken pattern: " + e.getDescription());
      }
    } else if (RunFigure.of(quantity).isEmpty()) {
      return new Misspelt(
          line, "asks for '" + quantity + "'; use one of " + String.join(", ", RunFigure.words()));
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
