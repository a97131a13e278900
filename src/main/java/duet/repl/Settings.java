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

/// What `set` has set: options that `run` takes from now on, and the keys.
final class Settings implements IDefaultValueProvider {
  static final String KEYS = "keys";

  private static final List<String> OPTIONS =
      List.of("speed", "timeout", "lanes", "jit", "max-lines", "width", "color", "timeline");

  private final Map<String, String> chosen = new TreeMap<>();

  /// What can be set.
  static List<String> names() {
    var names = new ArrayList<>(OPTIONS);
    names.add(KEYS);
    return names;
  }

  /// What was set so far.
  Map<String, String> chosen() {
    return chosen;
  }

  /// Sets an option, unless `run` would refuse it.
  ///
  /// @throws CommandLine.ParameterException when it would
  /// @throws InputFault for the same reason
  void set(String name, String value, CommandLine run) throws InputFault {
    run.parseArgs("--" + name, value, "anything");
    if (run.getCommand() instanceof OptionCheck checked) {
      checked.check();
    }
    chosen.put(name, value);
  }

  /// Chooses something that is no option.
  void note(String name, String value) {
    chosen.put(name, value);
  }

  /// Goes back to the default.
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
