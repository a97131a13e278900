package duet.repl;

import duet.lane.Lane;
import duet.scenario.InputFault;
import duet.scenario.Scenario;
import duet.scenario.found.Catalog;
import duet.scenario.found.PrivateCopies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `load`.
@Command(
    name = "load",
    mixinStandardHelpOptions = true,
    description = "Brings a scenario's definitions into the live sessions.",
    footerHeading = "%nExample:%n",
    footer = {"  load thread_function", "  py loops = [1, 1]", "  py mtsleep1()"})
final class LoadCommand implements Callable<Integer> {
  private final Catalog catalog;
  private final PrivateCopies copies;
  private final Evaluator evaluator;

  @Parameters(paramLabel = "NAME", description = "A scenario of the course.")
  private String name = "";

  LoadCommand(Catalog catalog, PrivateCopies copies, Evaluator evaluator) {
    this.catalog = catalog;
    this.copies = copies;
    this.evaluator = evaluator;
  }

  @Override
  public Integer call() throws InputFault, IOException, InterruptedException {
    int status = 0;
    for (Scenario scenario : catalog.named(name)) {
      Scenario chosen = copies.of(scenario);
      for (PromptMode mode : List.of(PromptMode.PYTHON, PromptMode.JAVA)) {
        Lane lane = mode.lane().orElseThrow();
        Path file = chosen.sources().get(lane.extension());
        if (file != null) {
          String called = file.getFileName().toString();
          status |= evaluator.load(mode, called, Files.readString(file));
        }
      }
    }
    return status;
  }
}
