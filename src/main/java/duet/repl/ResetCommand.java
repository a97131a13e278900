package duet.repl;

import duet.console.Console;
import duet.scenario.InputFault;
import duet.scenario.Scenario;
import duet.scenario.found.Catalog;
import duet.scenario.found.PrivateCopies;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `reset`.
@Command(
    name = "reset",
    mixinStandardHelpOptions = true,
    description = "Goes back from your copy of a scenario to the course's scripts.")
final class ResetCommand implements Callable<Integer> {
  private final Catalog catalog;
  private final PrivateCopies copies;
  private final Console console;

  @Parameters(paramLabel = "NAME", description = "A scenario that you have edited.")
  private String name = "";

  ResetCommand(Catalog catalog, PrivateCopies copies, Console console) {
    this.catalog = catalog;
    this.copies = copies;
    this.console = console;
  }

  @Override
  public Integer call() throws InputFault, IOException {
    for (Scenario scenario : catalog.named(name)) {
      Optional<Path> old = copies.reset(scenario);
      if (old.isPresent()) {
        console.print(
            scenario.name() + " is the course's again. Your copy is kept in " + old.get());
      } else {
        console.print(scenario.name() + " was not edited.");
      }
    }
    return 0;
  }
}
