package duet.repl;

import duet.console.Console;
import duet.scenario.InputFault;
import duet.scenario.Scenario;
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
    description = "Opens your private copy of a scenario in an editor, and plays it.",
    footerHeading = "%n",
    footer = {
      "The editor is $VISUAL or $EDITOR, or else a small one of Duet's own.",
      "From then on 'run' plays the copy, until 'reset NAME' goes back to the course's scripts.",
      "  edit lock"
    })
final class EditCommand implements Callable<Integer> {
  private final Workspace workspace;
  private final Console console;

  @Parameters(paramLabel = "NAME", description = "A scenario of the course.")
  private String name = "";

  EditCommand(Workspace workspace, Console console) {
    this.workspace = workspace;
    this.console = console;
  }

  @Override
  public Integer call() throws InputFault, IOException, InterruptedException {
    List<Scenario> scenarios = workspace.catalog.named(name);
    if (scenarios.size() > 1) {
      throw InputFault.usage(name + " is a module", "Choose one of its scenarios.");
    }
    List<Path> files = workspace.copies.make(scenarios.getFirst());
    int status = console.edit(files);
    if (status != 0) {
      throw InputFault.usage(
          "the editor ended with status " + status,
          "The copy is in " + files.getFirst().getParent() + "; 'run " + name + "' plays it.");
    }
    return workspace.run(List.of(name));
  }
}
