package duet.cli;

import com.google.gson.stream.JsonWriter;
import duet.console.Screen;
import duet.console.Table;
import duet.console.Table.Column;
import duet.lane.Lane;
import duet.lane.protocol.JsonKind;
import duet.lane.protocol.JsonLines;
import duet.program.ProgramContext;
import duet.render.terminal.ScenarioList;
import duet.scenario.InputFault;
import duet.scenario.Scenario;
import duet.scenario.found.ModuleFolder;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `duet list`.
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists every scenario, by module.")
final class ListCommand implements Callable<Integer> {
  private final ProgramContext context;

  @Option(names = "--json", description = "Prints one JSON object per line.")
  private boolean json;

  @Option(
      names = "--lanes",
      description = "Lists the lanes that can play here instead: what each plays on, and where.")
  private boolean lanes;

  @Mixin private ColorOption color = new ColorOption();

  ListCommand(ProgramContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InputFault {
    if (lanes) {
      return listLanes();
    }
    List<ModuleFolder> modules = context.catalog().modules();
    Screen screen = context.console().screen(color.choice);
    if (json) {
      for (ModuleFolder module : modules) {
        module.scenarios().forEach(scenario -> screen.line(line(scenario)));
      }
    } else {
      ScenarioList.write(modules, screen);
    }
    screen.flush();
    return ExitCode.OK;
  }

  private int listLanes() {
    var table = new Table(0, List.of(Column.left(0), Column.left(0), Column.left(0)));
    for (Lane lane : context.lanes().all()) {
      boolean isUsual = context.lanes().usual().contains(lane);
      String lock = lane.description().hasGlobalLock() ? "one thread at a time (GIL)" : "no GIL";
      table.row(lane.id(), lock, foundOf(lane) + (isUsual ? " (default)" : ""));
    }
    Screen screen = context.console().screen(color.choice);
    table.lines().forEach(screen::line);
    screen.flush();
    return ExitCode.OK;
  }

  /// What a lane has found of what it needs first.
  private String foundOf(Lane lane) {
    return lane.findings(context.home(), context.environment()).stream()
        .findFirst()
        .map(
            first ->
                first
                    .found()
                    .map(text -> first.what().equals(lane.id()) ? text : first.what() + " " + text)
                    .orElse("not found. " + first.remedy()))
        .orElse("");
  }

  private String line(Scenario scenario) {
    return JsonLines.object(JsonKind.SCENARIO, json -> fields(json, scenario));
  }

  private void fields(JsonWriter json, Scenario scenario) throws IOException {
    json.name("module").value(scenario.module()).name("name").value(scenario.name());
    json.name("title").value(scenario.title()).name("plays").value(scenario.kind().word());
    json.name("lanes").beginArray();
    for (Lane lane : context.lanes().usual()) {
      if (lane.script(scenario).isPresent()) {
        json.value(lane.id());
      }
    }
    json.endArray();
  }
}
