package duet.repl;

import duet.scenario.InputFault;
import duet.scenario.Scenario;
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
  private final Workspace workspace;

  @Parameters(paramLabel = "NAME", description = "A scenario that you have edited.")
  private String name = "";

  ResetCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() throws InputFault, IOException {
    for (Scenario scenario : workspace.catalog.named(name)) {
      Optional<Path> old = workspace.copies.reset(scenario);
      if (old.isPresent()) {
        workspace.say(
            scenario.name() + " is the course's again. Your copy is kept in " + old.get());
      } else {
        workspace.say(scenario.name() + " was not edited.");
      }
    }
    return 0;
  }
}
