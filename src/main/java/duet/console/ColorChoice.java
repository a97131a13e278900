package duet.console;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `--color`: when to colour. `auto` asks the environment, where `NO_COLOR` beats `CLICOLOR_FORCE`,
/// and otherwise colours on a terminal only.
public enum ColorChoice {
  auto,
  always,
  never;

  /// Whether to colour.
  ///
  /// @param terminal whether the output is a terminal
  public boolean decide(boolean terminal, Map<String, String> environment) {
    return switch (this) {
      case always -> true;
      case never -> false;
      case auto ->
          !isSet(environment.get("NO_COLOR"))
              && (terminal || isForced(environment.get("CLICOLOR_FORCE")));
    };
  }

  private static boolean isSet(@Nullable String value) {
    return value != null && !value.isEmpty();
  }

  private static boolean isForced(@Nullable String value) {
    return isSet(value) && !"0".equals(value);
  }
}
