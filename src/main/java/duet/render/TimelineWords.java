package duet.render;

import duet.lane.protocol.ThreadState;
import java.util.Locale;

/// The words and the scale that every drawing of a timeline uses.
public final class TimelineWords {
  private TimelineWords() {}

  /// What a state is called in a legend.
  public static String words(ThreadState state) {
    return switch (state) {
      case RUNNING -> "running";
      case READY -> "waiting for a core";
      case GIL -> "waiting for the GIL";
      case LOCK -> "waiting for a lock";
      case WAIT -> "waiting for a signal";
      case JOIN -> "joining";
      case SLEEP -> "sleeping";
      case IO -> "I/O";
      case UNKNOWN -> "not known";
    };
  }

  /// Seconds, with the decimals that the step between labels needs.
  public static String label(double at, double step) {
    int decimals = (int) Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
    return String.format(Locale.ROOT, "%." + decimals + "f", at);
  }

  /// A round number of seconds, so that each label has about ten columns.
  public static double step(double end, int cells) {
    double least = end * 10 / cells;
    double unit = Math.pow(10, Math.floor(Math.log10(least)));
    for (double factor : new double[] {1, 2, 5}) {
      if (unit * factor >= least) {
        return unit * factor;
      }
    }
    return unit * 10;
  }
}
