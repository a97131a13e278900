package duet.cli;

import duet.console.Screen;
import duet.lane.Lane;
import duet.program.ProgramContext;
import duet.render.terminal.SourceView;
import duet.scenario.Exercise;
import duet.scenario.InputFault;
import duet.scenario.Scenario;
import duet.scenario.ScenarioText;
import duet.scenario.file.FileBounds;
import duet.scenario.found.ScriptPairs;
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
    footerHeading = "%nExamples:%n",
    footer = {
      "  duet show condition          a scenario of the course",
      "  duet show overlap            an exercise of the course",
      "  duet show mine.py Mine.java  your own files"
    })
final class ShowCommand implements Callable<Integer> {
  private final ProgramContext context;

  @Parameters(
      arity = "1..*",
      paramLabel = "NAME|EXERCISE|PATH",
      description =
          "A scenario, a module or an exercise of the course (see 'duet list' and 'duet learn'), a"
              + " file (${bundle:lanes.files}), or a folder of such files.")
  private List<String> what = List.of();

  @Mixin private ColorOption color = new ColorOption();

  ShowCommand(ProgramContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InputFault {
    Screen screen = context.console().screen(color.choice);
    for (Scenario scenario : scenarios()) {
      new SourceView(screen).write(sources(scenario));
    }
    screen.flush();
    return ExitCode.OK;
  }

  private List<Scenario> scenarios() throws InputFault {
    ScriptPairs scripts = context.lanes().scripts();
    var scenarios = new ArrayList<Scenario>();
    var paths = new ArrayList<Path>();
    for (String word : what) {
      if (scripts.looksLikePath(word)) {
        paths.add(Path.of(word));
      } else {
        scenarios.addAll(named(word));
      }
    }
    scenarios.addAll(scripts.scenarios(paths));
    return scenarios;
  }

  /// What a name stands for in the course. An exercise is shown as it begins.
  private List<Scenario> named(String name) throws InputFault {
    List<Scenario> exercises =
        context.catalog().modules().stream()
            .flatMap(module -> module.exercises().stream())
            .filter(exercise -> exercise.name().equals(name) || exercise.path().equals(name))
            .map(Exercise::start)
            .toList();
    return exercises.isEmpty() ? context.catalog().named(name) : exercises;
  }

  private String title(Path file) {
    Path root = context.home().root();
    return file.startsWith(root) ? root.relativize(file).toString() : file.toString();
  }

  private List<SourceView.Source> sources(Scenario scenario) throws InputFault {
    var sources = new ArrayList<SourceView.Source>();
    for (Lane lane : context.lanes().usual()) {
      Optional<Path> file = lane.script(scenario);
      if (file.isPresent()) {
        sources.add(
            new SourceView.Source(
                lane.description().highlighting(),
                title(file.get()),
                ScenarioText.read(
                    file.get(), FileBounds.NONE, lane.description().scripts().encoding())));
      }
    }
    return sources;
  }
}
