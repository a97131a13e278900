package duet.render.terminal;

import duet.clock.Clock;
import duet.console.Cells;
import duet.console.Screen;
import duet.console.StatusLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A progress bar for many scenarios, on the last line of a terminal, with the time that is left.
/// On anything else it shows nothing.
public final class ProgressBar {
  private static final int BAR = 24;

  private final Screen screen;
  private final StatusLine status;
  private final List<String> playing = new ArrayList<>();
  private final Clock clock;
  private final long start;
  private int total;
  private int done;
  private int taken;

  public ProgressBar(Screen screen, Clock clock) {
    this.screen = screen;
    this.clock = clock;
    start = clock.nanoTime();
    status = new StatusLine(screen);
  }

  /// Starts the bar.
  ///
  /// @param all how many scenarios there are
  /// @param known how many of them are done already
  public void begins(int all, int known) {
    total = all;
    done = known;
    taken = known;
    show();
  }

  /// A scenario is about to be played.
  public void begins(String path) {
    playing.add(path);
    show();
  }

  /// A scenario was played.
  public void finished(String path) {
    playing.remove(path);
    done++;
    show();
  }

  /// Erases the bar, so that something else can be written.
  public void clear() {
    status.clear();
  }

  /// Shows the progress.
  public void show() {
    if (screen.live() && total > 0) {
      int filled = BAR * done / total;
      status.show(
          " "
              + "█".repeat(filled)
              + "░".repeat(BAR - filled)
              + " "
              + done
              + " of "
              + total
              + left()
              + (playing.isEmpty() ? "" : " · " + Cells.printable(String.join(", ", playing))));
    }
    screen.flush();
  }

  private String left() {
    int fresh = done - taken;
    if (fresh == 0 || done == total) {
      return "";
    }
    Duration left = Duration.ofNanos((clock.nanoTime() - start) / fresh * (total - done));
    return String.format(Locale.ROOT, " · %d:%02d left", left.toMinutes(), left.toSecondsPart());
  }
}
