package duet.console;

import java.util.List;
import org.jline.jansi.Ansi;
import org.jline.jansi.Ansi.Attribute;
import org.jline.jansi.Ansi.Color;

/// The colours of the output, or none. It uses only the eight basic codes, so that the user's own
/// palette decides how they look.
///
/// @param coloured whether to colour at all
public record Theme(boolean coloured) {
  private static final List<Color> THREADS =
      List.of(Color.CYAN, Color.YELLOW, Color.GREEN, Color.MAGENTA, Color.BLUE, Color.RED);

  /// The role of a piece of text.
  public enum Role {
    TITLE,
    FAINT,
    GOOD,
    BAD,
    CODE,
    EMPHASIS
  }

  /// The text in the colour of its role.
  public String paint(Role role, String text) {
    if (!coloured || text.isEmpty()) {
      return text;
    }
    Ansi ansi = Ansi.ansi();
    switch (role) {
      case TITLE -> ansi.bold();
      case FAINT -> ansi.a(Attribute.INTENSITY_FAINT);
      case GOOD -> ansi.fg(Color.GREEN);
      case BAD -> ansi.fg(Color.RED).bold();
      case CODE -> ansi.fg(Color.CYAN);
      case EMPHASIS -> ansi.a(Attribute.ITALIC);
    }
    return ansi.a(text).reset().toString();
  }

  /// The text in the colour of a lane's nth thread, counted from 0. Thread 0 is the main thread,
  /// which has no colour.
  public String paintThread(int thread, String text) {
    if (!coloured || text.isEmpty() || thread == 0) {
      return text;
    }
    Color color = THREADS.get((thread - 1) % THREADS.size());
    return Ansi.ansi().fg(color).a(text).reset().toString();
  }
}
