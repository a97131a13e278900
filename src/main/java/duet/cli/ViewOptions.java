package duet.cli;

import duet.console.Console;
import duet.console.Screen;
import duet.render.terminal.TimelineChoice;
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
          "Shows what every thread did, below the logs: auto (on a terminal), on, ascii or off."
              + " With off, Duet does not observe the threads.")
  private TimelineChoice timeline = TimelineChoice.AUTO;

  @Option(
      names = "--width",
      paramLabel = "COLUMNS",
      description =
          "Formats the logs for this width; from 100 on, the lanes stand side by side. Default: the"
              + " width of the terminal, or one row per line without a terminal.")
  private int width;

  @Mixin private ColorOption color = new ColorOption();

  /// The console's screen, with the width that the user has chosen.
  Screen screen(Console console) {
    Screen screen = console.screen(color.choice);
    return width == 0 ? screen : new Screen(screen.out(), screen.theme(), width, screen.live());
  }

  /// How the timeline is shown on a screen.
  TimelineStyle timeline(Screen screen) {
    return timeline.style(screen.live());
  }

  /// Whether to observe what the threads do.
  boolean takesStates() {
    return timeline != TimelineChoice.OFF;
  }

  /// Refuses impossible values.
  void check(CommandSpec spec) {
    if (width != 0 && (width < 20 || width > 1_000)) {
      throw new ParameterException(spec.commandLine(), "--width must be a number from 20 to 1000");
    }
  }
}
