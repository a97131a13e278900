package duet.cli;

import duet.console.Screen;
import duet.lane.Lane;
import duet.program.ProgramContext;
import duet.render.terminal.SourceView;
import duet.scenario.InputFault;
import duet.scenario.Scenario;
import duet.scenario.ScenarioText;
import duet.scenario.file.FileBounds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `duet show`.
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Shows a scenario's sources, side by side if the terminal is wide enough.",
    footerHeading = "%nExample:%n",
    footer = "  duet show condition")
final class ShowCommand implements Callable<Integer> {
  private final ProgramContext context;

  @Parameters(paramLabel = "NAME", description = "A scenario of the course; see 'duet list'.")
  private String name = "";

  @Mixin private ColorOption color = new ColorOption();

  ShowCommand(ProgramContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InputFault {
    Screen screen = context.console().screen(color.choice);
    for (Scenario scenario : context.catalog().named(name)) {
      new SourceView(screen).write(sources(scenario));
    }
    screen.flush();
    return ExitCode.OK;
  }

  private List<SourceView.Source> sources(Scenario scenario) throws InputFault {
    var sources = new ArrayList<SourceView.Source>();
    for (Lane lane : context.lanes().usual()) {
      Optional<Path> file = lane.script(scenario);
      if (file.isPresent()) {
        String title = context.home().root().relativize(file.get()).toString();
        sources.add(
            new SourceView.Source(
                lane.description().highlighting(),
                title,
                ScenarioText.read(file.get(), FileBounds.NONE)));
      }
    }
    return sources;
  }
}
