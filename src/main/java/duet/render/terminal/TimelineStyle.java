package duet.render.terminal;

/// How the timeline below the logs is drawn.
public enum TimelineStyle {
  /// Not at all.
  NONE,
  /// With block elements and box-drawing characters.
  BLOCKS,
  /// With characters that every terminal has.
  ASCII
}
