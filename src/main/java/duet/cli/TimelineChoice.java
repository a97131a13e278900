package duet.cli;

import duet.render.terminal.TimelineStyle;

/// `--timeline`: whether and how to show what every thread did.
enum TimelineChoice {
  /// On a terminal.
  AUTO,
  /// In any case.
  ON,
  /// In any case, in characters that every terminal has.
  ASCII,
  /// Never; it is not found out then either.
  OFF;

  TimelineStyle style(boolean terminal) {
    return switch (this) {
      case AUTO -> terminal ? TimelineStyle.BLOCKS : TimelineStyle.NONE;
      case ON -> TimelineStyle.BLOCKS;
      case ASCII -> TimelineStyle.ASCII;
      case OFF -> TimelineStyle.NONE;
    };
  }
}
