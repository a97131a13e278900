package duet.repl;

import duet.lane.LaneDescription;
import duet.scenario.InputFault;
import duet.scenario.Scenario;
import duet.scenario.ScenarioText;
import duet.scenario.file.FileBounds;
import duet.scenario.found.Catalog;
import duet.scenario.found.PrivateCopies;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `load`.
@Command(
    name = "load",
    mixinStandardHelpOptions = true,
    description = "Loads a scenario's definitions into the live sessions.",
    footerHeading = "%nExample:%n",
    footer = {"  load thread_function", "  py loops = [1, 1]", "  py mtsleep1()"})
final class LoadCommand implements Callable<Integer> {
  private final Catalog catalog;
  private final PrivateCopies copies;
  private final PromptState prompt;
  private final LiveLanguages languages;
  private final Evaluator evaluator;

  @Parameters(paramLabel = "NAME", description = "A scenario of the course.")
  private String name = "";

  LoadCommand(
      Catalog catalog,
      PrivateCopies copies,
      PromptState prompt,
      LiveLanguages languages,
      Evaluator evaluator) {
    this.catalog = catalog;
    this.copies = copies;
    this.prompt = prompt;
    this.languages = languages;
    this.evaluator = evaluator;
  }

  @Override
  public Integer call() throws InputFault, InterruptedException {
    int status = 0;
    for (Scenario scenario : catalog.named(name)) {
      Scenario chosen = copies.of(scenario);
      for (PromptMode mode : modes()) {
        LaneDescription lane = mode.code().description();
        Path file = chosen.sources().get(lane.suffix());
        if (file != null) {
          String called = file.getFileName().toString();
          String text = ScenarioText.read(file, FileBounds.NONE, lane.scripts().encoding());
          status |= evaluator.load(mode, called, text);
        }
      }
    }
    return status;
  }

  /// Those of the usual lanes, and the one that the user types in.
  private List<PromptMode> modes() {
    return Stream.concat(languages.modes().stream(), Stream.of(prompt.mode))
        .filter(PromptMode::isLive)
        .distinct()
        .toList();
  }
}
