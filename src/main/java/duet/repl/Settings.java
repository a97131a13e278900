package duet.repl;

import duet.scenario.InputFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The values that the user has chosen with `set`: default options for `run`, and the key style.
final class Settings implements IDefaultValueProvider {
  static final String KEYS = "keys";

  private static final List<String> OPTIONS =
      List.of("speed", "timeout", "lanes", "jit", "max-lines", "width", "color", "timeline");

  private final Map<String, String> chosen = new TreeMap<>();

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
    run.parseArgs("--" + name, value, "anything");
    if (run.getCommand() instanceof OptionCheck checked) {
      checked.check();
    }
    chosen.put(name, value);
  }

  /// Sets a value that is no option of `run`.
  void note(String name, String value) {
    chosen.put(name, value);
  }

  /// Returns to the default.
  void unset(String name) {
    chosen.remove(name);
  }

  @Override
  public String defaultValue(ArgSpec argument) {
    String chosenValue =
        argument instanceof OptionSpec option
            ? chosen.get(option.longestName().substring(2))
            : null;
    return chosenValue != null ? chosenValue : argument.defaultValue();
  }
}
