package duet.render.terminal;

import duet.console.Cells;
import duet.console.Screen;
import duet.console.Theme.Role;
import duet.scenario.Kind;
import duet.scenario.Scenario;
import duet.scenario.found.ModuleFolder;
import java.util.List;

/// Lists the scenarios of a course, module by module.
public final class ScenarioList {
  private ScenarioList() {}

  /// Writes the whole list.
  public static void write(List<ModuleFolder> modules, Screen screen) {
    int name =
        modules.stream()
            .flatMap(module -> module.scenarios().stream())
            .mapToInt(scenario -> scenario.name().length())
            .max()
            .orElse(0);
    for (ModuleFolder module : modules) {
      String title = module.title().equals(module.name()) ? "" : "  " + module.title();
      screen.line(screen.theme().paint(Role.TITLE, module.name() + title));
      for (Scenario scenario : module.scenarios()) {
        screen.line(
            ("  " + Cells.fit(scenario.name(), name + 2) + about(scenario)).stripTrailing());
      }
    }
    screen.line("");
    screen.line("duet run NAME plays one on both lanes, duet show NAME shows its sources.");
  }

  private static String about(Scenario scenario) {
    return scenario.title() + (scenario.kind() == Kind.CPU ? " (computes)" : "");
  }
}
