package duet.console;

import java.io.Flushable;
import java.io.IOException;
import java.util.function.IntSupplier;

/// What a view writes to: the output, its width, and whether it is a terminal whose last line can
/// be rewritten.
///
/// @param columns returns the current width, which may change at any moment; ignored if `live` is
///   false and nothing needs a width
/// @param live whether lines can be erased again
public record Screen(Appendable out, Theme theme, IntSupplier columns, boolean live) {
  /// Below this width lanes do not fit side by side.
  public static final int SIDE_BY_SIDE = 100;

  /// A screen whose width never changes.
  public Screen(Appendable out, Theme theme, int width, boolean live) {
    this(out, theme, () -> width, live);
  }

  /// The current width, in columns.
  public int width() {
    return columns.getAsInt();
  }

  /// Writes a line.
  public void line(String text) {
    write(text + "\n");
  }

  void write(String text) {
    try {
      out.append(text);
    } catch (IOException e) {
      throw new OutputClosed(e);
    }
  }

  /// Shows what was written so far.
  public void flush() {
    try {
      if (out instanceof Flushable flushable) {
        flushable.flush();
      }
    } catch (IOException e) {
      throw new OutputClosed(e);
    }
  }

  /// Left-aligned and right-aligned text on one line.
  public String spread(String left, String right) {
    int gap = Math.max(2, width() - Cells.columns(left) - Cells.columns(right));
    return left + " ".repeat(gap) + right;
  }
}
