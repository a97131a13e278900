package duet.repl;

import duet.scenario.InputFault;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `page`.
@Command(
    name = "page",
    mixinStandardHelpOptions = true,
    description = "Shows a command's output in a pager: $PAGER, or one of Duet's own.",
    footerHeading = "%nExamples:%n",
    footer = {"  page show condition", "  page log"})
final class PageCommand implements Callable<Integer> {
  private final CommandRunner runner;
  private final Pager pager;

  @Parameters(arity = "1..*", paramLabel = "COMMAND", description = "With its arguments.")
  private List<String> words = List.of();

  PageCommand(CommandRunner runner, Pager pager) {
    this.runner = runner;
    this.pager = pager;
  }

  @Override
  public Integer call() throws InputFault, IOException, InterruptedException {
    String first = words.getFirst();
    if (first.equals("page") || !runner.knows(first)) {
      throw InputFault.usage("'" + first + "' has no output to page", "Such as: page show lock");
    }
    return pager.show(words, runner);
  }
}
