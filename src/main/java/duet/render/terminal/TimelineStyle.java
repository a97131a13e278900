package duet.render.terminal;

/// How what the threads did is shown below their logs.
public enum TimelineStyle {
  /// Not at all.
  NONE,
  /// With block elements and box-drawing characters.
  BLOCKS,
  /// With characters that every terminal has.
  ASCII
}
