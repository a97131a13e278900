package duet.cli;

import duet.console.Console;
import duet.console.Screen;
import duet.render.terminal.TimelineStyle;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// `--timeline`, `--width` and `--color`: how plays look.
final class ViewOptions {
  @Option(
      names = "--timeline",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description =
          "What every thread did, below the logs: auto (on a terminal), on, ascii, or off (and then"
              + " it is not found out either).")
  private TimelineChoice timeline = TimelineChoice.AUTO;

  @Option(
      names = "--width",
      paramLabel = "COLUMNS",
      description =
          "Lays the logs out for this width; from 100 on, lanes stand side by side. Without it a"
              + " terminal's own width counts, and anything else gets a row for each line.")
  private int width;

  @Mixin private ColorOption color = new ColorOption();

  /// The console's screen, as wide as asked for.
  Screen screen(Console console) {
    Screen screen = console.screen(color.choice);
    return width == 0 ? screen : new Screen(screen.out(), screen.theme(), width, screen.live());
  }

  /// How the timeline is shown on a screen.
  TimelineStyle timeline(Screen screen) {
    return timeline.style(screen.live());
  }

  /// Whether it is to be found out what the threads do.
  boolean takesStates() {
    return timeline != TimelineChoice.OFF;
  }

  /// Refuses values that cannot be.
  void check(CommandSpec spec) {
    if (width != 0 && (width < 20 || width > 1_000)) {
      throw new ParameterException(spec.commandLine(), "--width is a number from 20 to 1000");
    }
  }
}
