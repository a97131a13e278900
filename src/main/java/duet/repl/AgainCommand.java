package duet.repl;

import duet.scenario.InputFault;
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
  private final CommandRunner runner;

  @Parameters(
      arity = "0..*",
      paramLabel = "OPTION",
      description = "Options of 'run'. They replace earlier ones.")
  private List<String> more = List.of();

  AgainCommand(CommandRunner runner) {
    this.runner = runner;
  }

  @Override
  public Integer call() throws InputFault {
    if (runner.lastRun().isEmpty()) {
      throw InputFault.usage("nothing was played yet", "Play something: run lock");
    }
    var options = new ReplacedOptions(runner.command("run").getCommandSpec());
    return runner.run(options.of(runner.lastRun(), more));
  }
}
