package duet.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads durations: `90`, `90s`, `1.5m`, `500ms`.
final class Durations implements ITypeConverter<Duration> {
  private static final Pattern FORM = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|s|m)?");

  /// A longer one is a slip, and its nanoseconds may be too many for the clock.
  private static final Duration LONGEST = Duration.ofDays(30);

  @Override
  public Duration convert(String value) {
    Matcher matcher = FORM.matcher(value);
    if (!matcher.matches()) {
      throw new TypeConversionException(
          "'" + value + "' is not a duration; write 30s, 1.5m or 500ms");
    }
    double unit =
        switch (matcher.group(2) == null ? "s" : matcher.group(2)) {
          case "ms" -> 1e6;
          case "m" -> 60e9;
          default -> 1e9;
        };
    Duration duration = Duration.ofNanos((long) (Double.parseDouble(matcher.group(1)) * unit));
    if (duration.compareTo(LONGEST) > 0) {
      throw new TypeConversionException("'" + value + "' is too long; write at most 30 days");
    }
    if (duration.isZero()) {
      throw new TypeConversionException(
          "'" + value + "' is too short; write a duration above zero");
    }
    return duration;
  }
}
