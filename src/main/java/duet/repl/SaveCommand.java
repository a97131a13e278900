package duet.repl;

import duet.console.Console;
import duet.log.LogFile;
import duet.run.PlayRecording;
import duet.scenario.InputFault;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `save`.
@Command(
    name = "save",
    mixinStandardHelpOptions = true,
    description = "Saves the last play as JSON lines, as 'run --log' would have.",
    footerHeading = "%nExample:%n",
    footer = "  save lock.jsonl")
final class SaveCommand implements Callable<Integer> {
  private final LastPlay plays;
  private final Console console;

  @Parameters(paramLabel = "FILE", description = "Where to; it is written anew.")
  private Path file = Path.of("");

  SaveCommand(LastPlay plays, Console console) {
    this.plays = plays;
    this.console = console;
  }

  @Override
  public Integer call() throws InputFault {
    PlayRecording play = plays.required();
    LogFile log = LogFile.open(file);
    try (log) {
      play.replay(log.view());
    }
    if (log.failure().isPresent()) {
      throw InputFault.usage(log.failure().get(), "'save' can be said again.");
    }
    console.print("saved in " + file);
    return 0;
  }
}
