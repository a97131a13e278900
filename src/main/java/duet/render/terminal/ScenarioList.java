package duet.render.terminal;

import duet.console.Screen;
import duet.console.Table;
import duet.console.Table.Column;
import duet.console.Theme.Role;
import duet.scenario.Kind;
import duet.scenario.Scenario;
import duet.scenario.found.ModuleFolder;
import java.util.Iterator;
import java.util.List;

/// Lists the scenarios of a course, module by module.
public final class ScenarioList {
  private ScenarioList() {}

  /// Writes the whole list.
  public static void write(List<ModuleFolder> modules, Screen screen) {
    var table = new Table(2, List.of(Column.left(0), Column.left(0).after(2)));
    for (ModuleFolder module : modules) {
      module.scenarios().forEach(scenario -> table.row(scenario.name(), about(scenario)));
    }
    Iterator<String> lines = table.lines().iterator();
    for (ModuleFolder module : modules) {
      String title = module.title().equals(module.name()) ? "" : "  " + module.title();
      screen.line(screen.theme().paint(Role.TITLE, module.name() + title));
      module.scenarios().forEach(_ -> screen.line(lines.next()));
    }
    screen.line("");
    screen.line("duet run NAME plays one on both lanes, duet show NAME shows its sources.");
  }

  private static String about(Scenario scenario) {
    return scenario.title() + (scenario.kind() == Kind.CPU ? " (computes)" : "");
  }
}
