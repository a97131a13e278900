package duet.cli;

import duet.console.ColorChoice;
import picocli.CommandLine.Option;

/// `--color`, for every command that prints in colour.
final class ColorOption {
  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description = "auto, always or never; auto heeds NO_COLOR and CLICOLOR_FORCE.")
  ColorChoice choice = ColorChoice.auto;
}
