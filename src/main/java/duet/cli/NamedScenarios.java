package duet.cli;

import duet.lane.Lane;
import duet.program.ProgramContext;
import duet.scenario.InputFault;
import duet.scenario.Scenario;
import duet.scenario.found.Catalog;
import duet.scenario.found.ScriptPairs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Finds the scenarios that the user names: by their names, or by the paths of their scripts.
///
/// @param command the command that they are named for, as in `duet run`
record NamedScenarios(ProgramContext context, Caller caller, String command) {
  /// The scenarios.
  ///
  /// @param lanes the lanes that play
  /// @param areOthers whether the user does not trust the scripts
  /// @throws InputFault when there is none with such a name
  List<Scenario> of(List<String> words, List<Lane> lanes, boolean areOthers) throws InputFault {
    Catalog catalog = context.catalog();
    ScriptPairs scripts = context.lanes().scripts();
    var scenarios = new ArrayList<Scenario>();
    var paths = new ArrayList<Path>();
    for (String word : words) {
      if (scripts.looksLikePath(word)) {
        paths.add(Path.of(word));
      } else {
        scenarios.addAll(catalog.named(word));
      }
    }
    new PairNotices(scripts, this::tell).tell(paths, lanes);
    scenarios.addAll(areOthers ? scripts.scenariosOfOthers(paths) : scripts.scenarios(paths));
    scenarios.replaceAll(caller.chosen());
    return scenarios;
  }

  private void tell(String notice) {
    context.console().error("duet: " + notice.replace("duet run ", command + " "));
  }
}
