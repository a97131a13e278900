package duet.console;

import org.jline.jansi.Ansi;

/// The last line of a terminal, which says what Duet waits for and then disappears. On anything
/// else it shows nothing.
public final class StatusLine {
  private final Screen screen;
  private String shown = "";

  public StatusLine(Screen screen) {
    this.screen = screen;
  }

  public void show(String text) {
    if (screen.live() && !text.equals(shown)) {
      String fitting = Cells.fit(text, Math.max(1, screen.width() - 1)).stripTrailing();
      screen.write(erasure() + screen.theme().paint(Theme.Role.FAINT, fitting));
      shown = text;
    }
  }

  public void clear() {
    if (!shown.isEmpty()) {
      screen.write(erasure());
      shown = "";
    }
  }

  private static String erasure() {
    return "\r" + Ansi.ansi().eraseLine(Ansi.Erase.FORWARD);
  }
}
