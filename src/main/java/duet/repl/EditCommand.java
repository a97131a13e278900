package duet.repl;

import duet.console.Console;
import duet.scenario.InputFault;
import duet.scenario.Scenario;
import duet.scenario.found.Catalog;
import duet.scenario.found.PrivateCopies;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `edit`.
@Command(
    name = "edit",
    mixinStandardHelpOptions = true,
    description = "Opens your own copy of a scenario in an editor, then plays it.",
    footerHeading = "%n",
    footer = {
      "Duet starts $VISUAL or $EDITOR, or else its own small editor.",
      "Then 'run' plays your copy. 'reset NAME' returns to the course's scripts.",
      "  edit lock"
    })
final class EditCommand implements Callable<Integer> {
  private final CommandRunner runner;
  private final Catalog catalog;
  private final PrivateCopies copies;
  private final Console console;

  @Parameters(paramLabel = "NAME", description = "A scenario of the course.")
  private String name = "";

  EditCommand(CommandRunner runner, Catalog catalog, PrivateCopies copies, Console console) {
    this.runner = runner;
    this.catalog = catalog;
    this.copies = copies;
    this.console = console;
  }

  @Override
  public Integer call() throws InputFault, IOException, InterruptedException {
    List<Scenario> scenarios = catalog.named(name);
    if (scenarios.size() > 1) {
      throw InputFault.usage(name + " is a module", "Choose one of its scenarios.");
    }
    List<Path> files = copies.make(scenarios.getFirst());
    int status = console.edit(files);
    if (status != 0) {
      throw InputFault.usage(
          "the editor ended with status " + status,
          "Your copy is in " + files.getFirst().getParent() + "; 'run " + name + "' plays it.");
    }
    return runner.run(List.of(name));
  }
}
