package duet.explore;

import duet.lane.protocol.PlayedSchedule;
import duet.scenario.Grade;
import java.util.List;
import java.util.Optional;

/// A schedule with its steps, as pages and drawings show it.
///
/// @param result what it led to, in words
/// @param grade the result's; empty where nothing is declared
/// @param command how to play it again
/// @param source the lines of the script
public record ShownSchedule(
    String lane,
    String result,
    Optional<Grade> grade,
    String command,
    PlayedSchedule played,
    List<String> source) {
  public ShownSchedule {
    source = List.copyOf(source);
  }

  /// Those that an exploration has found and that need an explanation, the worst first.
  ///
  /// @param name what the user calls the scenario
  public static List<ShownSchedule> of(Exploration exploration, List<String> source, String name) {
    return exploration.worthShowing().stream()
        .filter(one -> !one.schedule().steps().isEmpty())
        .map(
            one ->
                new ShownSchedule(
                    exploration.lane(),
                    one.result().text(),
                    one.result().grade(),
                    "duet replay " + exploration.token(one) + " " + name,
                    one.schedule(),
                    source))
        .toList();
  }
}
