package duet.render.terminal;

/// `--timeline`: whether and how Duet shows what every thread did.
public enum TimelineChoice {
  /// Only on a terminal.
  AUTO,
  /// Always.
  ON,
  /// Always, in ASCII characters.
  ASCII,
  /// Never; then Duet does not observe the threads either.
  OFF;

  /// How it is drawn.
  ///
  /// @param terminal whether the screen is a terminal
  public TimelineStyle style(boolean terminal) {
    return switch (this) {
      case AUTO -> terminal ? TimelineStyle.BLOCKS : TimelineStyle.NONE;
      case ON -> TimelineStyle.BLOCKS;
      case ASCII -> TimelineStyle.ASCII;
      case OFF -> TimelineStyle.NONE;
    };
  }
}
