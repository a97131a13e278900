package duet.cli;

import duet.lane.Lane;
import duet.lane.Lanes;
import duet.lane.protocol.Switches;
import duet.run.PlayOptions;
import duet.scenario.InputFault;
import duet.scenario.Scenario;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What `duet explore` and `duet replay` have in common: lanes, switches, and what scripts need.
final class ExploreOptions {
  @Option(
      names = {"--lanes", "--lane"},
      split = ",",
      paramLabel = "LANE",
      description = "The lanes to explore: ${bundle:lanes.choice}.")
  private @Nullable List<String> lanes;

  @Option(
      names = "--switches",
      paramLabel = "WHERE",
      defaultValue = "real",
      description =
          "Where another thread may go on: real (where the lane's runtime can do that, the default)"
              + " or any (where the language permits it).")
  private Switches switches = Switches.REAL;

  @Option(
      names = "--arg",
      paramLabel = "VALUE",
      description =
          "An argument for the scripts, as on their own command line; repeatable. Default: what the"
              + " scenario declares for exploring.")
  private @Nullable List<String> arguments;

  @Mixin private NeedsOptions needs = new NeedsOptions();

  private final Lanes known;

  ExploreOptions(Lanes known) {
    this.known = known;
  }

  Switches switches() {
    return switches;
  }

  /// The lanes that the user has chosen.
  List<Lane> lanes() throws InputFault {
    return lanes == null ? known.usual() : known.withIds(lanes);
  }

  /// How the scripts of a scenario are told to be compiled.
  PlayOptions options(Scenario scenario) throws InputFault {
    return PlayOptions.on(lanes())
        .arguments(arguments == null ? scenario.series().exploring() : arguments)
        .needs(needs.chosen())
        .states(false)
        .build();
  }

  /// What stands behind the scenario's name in the command that plays a schedule again.
  String words() {
    var words =
        new StringBuilder(switches == Switches.REAL ? "" : " --switches " + switches.word());
    for (String argument : arguments == null ? List.<String>of() : arguments) {
      boolean isPlain = argument.matches("[\\w./:=@%+-]+");
      words
          .append(" --arg ")
          .append(isPlain ? argument : "'" + argument.replace("'", "'\\''") + "'");
    }
    return words.toString();
  }
}
