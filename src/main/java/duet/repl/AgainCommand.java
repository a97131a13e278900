package duet.repl;

import duet.scenario.InputFault;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `again`.
@Command(
    name = "again",
    mixinStandardHelpOptions = true,
    description = "Plays the last thing once more.",
    footerHeading = "%nExamples:%n",
    footer = {"  again", "  again --speed 10      with other options, which 'run' knows"})
final class AgainCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Parameters(arity = "0..*", paramLabel = "OPTION", description = "More options of 'run'.")
  private List<String> more = List.of();

  AgainCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() throws InputFault {
    if (workspace.lastRun.isEmpty()) {
      throw InputFault.usage("nothing was played yet", "Play something: run lock");
    }
    var words = new ArrayList<>(workspace.lastRun);
    words.addAll(more);
    return workspace.run(words);
  }
}
