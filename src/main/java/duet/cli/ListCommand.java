package duet.cli;

import com.google.gson.stream.JsonWriter;
import duet.console.Screen;
import duet.lane.Lane;
import duet.lane.protocol.JsonKind;
import duet.lane.protocol.JsonLines;
import duet.program.ProgramContext;
import duet.render.terminal.ScenarioList;
import duet.run.Lanes;
import duet.scenario.InputFault;
import duet.scenario.Scenario;
import duet.scenario.found.Catalog;
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

  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  @Mixin private ColorOption color = new ColorOption();

  ListCommand(ProgramContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InputFault {
    List<ModuleFolder> modules = new Catalog(context.home()).modules();
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

  private static String line(Scenario scenario) {
    return JsonLines.object(JsonKind.SCENARIO, json -> fields(json, scenario));
  }

  private static void fields(JsonWriter json, Scenario scenario) throws IOException {
    json.name("module").value(scenario.module()).name("name").value(scenario.name());
    json.name("title").value(scenario.title()).name("plays").value(scenario.kind().word());
    json.name("lanes").beginArray();
    for (Lane lane : Lanes.ALL) {
      if (lane.script(scenario).isPresent()) {
        json.value(lane.id());
      }
    }
    json.endArray();
  }
}
