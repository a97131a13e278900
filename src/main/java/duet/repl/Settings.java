package duet.repl;

import duet.lane.Lane;
import duet.lane.Lanes;
import duet.scenario.InputFault;
import duet.scenario.ScriptNeeds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The values that the user has chosen with `set`: default options for `run`, and the key style.
final class Settings implements IDefaultValueProvider {
  static final String KEYS = "keys";
  static final String PYTHON = "python";

  /// The only setting that is no value of an option, but its presence.
  private static final String PREVIEW = "enable-preview";

  private static final List<String> OPTIONS =
      List.of(
          "speed",
          "timeout",
          "lanes",
          PYTHON,
          "jit",
          "max-lines",
          "width",
          "color",
          "timeline",
          "class-path",
          PREVIEW);

  private static final List<String> SWITCH = List.of("on", "off");

  private final Map<String, String> chosen = new ConcurrentSkipListMap<>();
  private ScriptNeeds needs = ScriptNeeds.NONE;

  /// The names of all settings.
  static List<String> names() {
    var names = new ArrayList<>(OPTIONS);
    names.add(KEYS);
    return names;
  }

  /// The values that the user has chosen so far, by name.
  Map<String, String> chosen() {
    return chosen;
  }

  /// Sets an option for `run`, unless `run` would refuse the value.
  ///
  /// @throws CommandLine.ParameterException when it would
  /// @throws InputFault when it would, too
  void set(String name, String value, CommandLine run) throws InputFault {
    if (!name.equals(PREVIEW)) {
      run.parseArgs("--" + name, value, "anything");
    } else if (!SWITCH.contains(value)) {
      throw new CommandLine.ParameterException(run, PREVIEW + " is on or off");
    }
    check(run);
    chosen.put(name, value);
    findNeeds(run);
  }

  private static void check(CommandLine run) throws InputFault {
    if (run.getCommand() instanceof OptionCheck checked) {
      checked.check();
    }
  }

  /// Live sessions need the same as scripts.
  private void findNeeds(CommandLine run) throws InputFault {
    run.parseArgs("anything");
    if (run.getCommand() instanceof OptionCheck checked) {
      needs = checked.needs();
    }
  }

  /// What scripts and live sessions need, as far as the user has set it.
  ScriptNeeds needs() {
    return needs;
  }

  /// The Python that CPython lanes play on, if the user has set one.
  Optional<Path> python() {
    return Optional.ofNullable(chosen.get(PYTHON)).map(Path::of).map(Path::toAbsolutePath);
  }

  /// The lanes that the user has set, or else the usual ones; on the Python that the user has set.
  List<Lane> lanes(Lanes known) {
    String ids = chosen.get("lanes");
    List<Lane> lanes =
        ids == null
            ? known.usual()
            : Stream.of(ids.split(",", -1)).flatMap(id -> known.withId(id).stream()).toList();
    return lanes.stream().map(lane -> python().flatMap(lane::on).orElse(lane)).toList();
  }

  /// Sets a value that is no option of `run`, or was checked.
  void note(String name, String value) {
    chosen.put(name, value);
  }

  /// Returns to the default.
  void unset(String name, CommandLine run) throws InputFault {
    chosen.remove(name);
    findNeeds(run);
  }

  @Override
  public String defaultValue(ArgSpec argument) {
    String chosenValue =
        argument instanceof OptionSpec option
            ? chosen.get(option.longestName().substring(2))
            : null;
    if (chosenValue != null && SWITCH.contains(chosenValue) && argument.arity().max() == 0) {
      return String.valueOf(chosenValue.equals(SWITCH.getFirst()));
    }
    return chosenValue != null ? chosenValue : argument.defaultValue();
  }
}
