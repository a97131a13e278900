package duet.repl;

import duet.console.Console;
import duet.console.Table;
import duet.console.Table.Column;
import duet.lane.Jit;
import duet.lane.Lane;
import duet.lane.LaneObstacle;
import duet.lane.Lanes;
import duet.scenario.InputFault;
import duet.scenario.folder.Home;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Parameters;

/// `set`.
@Command(
    name = "set",
    mixinStandardHelpOptions = true,
    description = "Sets an option for every later 'run'; without a name, shows all settings.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  set speed 10",
      "  set lanes python,cpython",
      "  set python venv/bin/python3",
      "  set keys vi",
      "  set speed          back to the default"
    })
final class SetCommand implements Callable<Integer> {
  private final Settings settings;
  private final Home home;
  private final Lanes lanes;
  private final CommandRunner runner;
  private final InputSource input;
  private final Console console;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "SETTING",
      description = "The setting to change.")
  private String name = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "VALUE",
      description = "The value, as for 'run'; without one, the default.")
  private String value = "";

  SetCommand(
      Settings settings,
      Home home,
      Lanes lanes,
      CommandRunner runner,
      InputSource input,
      Console console) {
    this.settings = settings;
    this.home = home;
    this.lanes = lanes;
    this.runner = runner;
    this.input = input;
    this.console = console;
  }

  @Override
  public Integer call() throws InputFault {
    if (name.isEmpty()) {
      showAll();
      return 0;
    }
    if (!Settings.names().contains(name)) {
      throw InputFault.usage(
          "there is no setting '" + name + "'",
          "The settings are " + String.join(", ", Settings.names()) + ".");
    }
    if (name.equals(Settings.KEYS)) {
      chooseKeys();
    } else if (value.isEmpty()) {
      settings.unset(name, run());
    } else if (name.equals(Settings.PYTHON)) {
      choosePython();
    } else {
      setOption();
    }
    return 0;
  }

  private void showAll() {
    var table = new Table(0, List.of(Column.left(14), Column.left(0)));
    for (String setting : Settings.names()) {
      String chosen = settings.chosen().get(setting);
      String shown = chosen != null ? chosen : defaultOf(setting) + " (default)";
      table.row(setting, shown);
    }
    table.lines().forEach(console::print);
  }

  private String defaultOf(String setting) {
    return switch (setting) {
      case Settings.KEYS -> "as in ~/.inputrc, or emacs";
      case "lanes" -> Lanes.ids(lanes.usual());
      case Settings.PYTHON -> "what python3 starts";
      case "speed" -> "1";
      case "width" -> "the terminal's";
      case "enable-preview" -> "off";
      case "class-path" -> "empty";
      default -> {
        OptionSpec option = run().getCommandSpec().findOption("--" + setting);
        String told = option.defaultValue();
        yield told == null ? String.valueOf(option.initialValue()) : told;
      }
    };
  }

  private void setOption() throws InputFault {
    try {
      settings.set(name, value, run());
    } catch (CommandLine.ParameterException e) {
      throw InputFault.usage(
          String.valueOf(e.getMessage()), "'help run' shows the possible values.");
    }
  }

  /// Whatever lanes play by default: the lane may be asked for later.
  private void choosePython() throws InputFault {
    Path program = Path.of(value).toAbsolutePath();
    for (Lane lane : lanes.all()) {
      Optional<LaneObstacle> obstacle =
          lane.on(program).flatMap(chosen -> chosen.obstacle(home, Jit.AUTO));
      if (obstacle.isPresent()) {
        throw InputFault.usage(obstacle.get().problem(), obstacle.get().remedy());
      }
    }
    settings.note(Settings.PYTHON, program.toString());
  }

  private void chooseKeys() throws InputFault {
    String keys = value.isEmpty() ? "emacs" : value;
    if (!List.of("emacs", "vi").contains(keys)) {
      throw InputFault.usage("there are no keys named '" + keys + "'", "Choose emacs or vi.");
    }
    settings.note(Settings.KEYS, keys);
    if (input instanceof TerminalInput keyboard) {
      keyboard.keys(keys);
    }
  }

  private CommandLine run() {
    return runner.command("run");
  }
}
