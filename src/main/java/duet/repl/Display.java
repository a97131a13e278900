package duet.repl;

import duet.console.Screen;

/// Standard output, as the REPL needs it.
public interface Display {
  /// A screen as wide as the terminal is now.
  Screen screen();

  /// How wide running text is, now.
  int textWidth();

  /// Whether somebody sits at a terminal, typing and looking.
  boolean isInteractive();

  /// What an action writes.
  String captured(Runnable action);
}
