package duet.manual;

import duet.console.Console;
import duet.scenario.InputFault;
import duet.scenario.SimilarNames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `help`, for the commands beside it and for the pages of the manual.
@Command(
    name = "help",
    mixinStandardHelpOptions = true,
    description = "Explains a command, or shows a page of the manual.")
public final class HelpCommand implements Callable<Integer> {
  /// What is shown where nothing is asked for.
  @FunctionalInterface
  public interface Overview {
    /// Lists what can be asked about.
    ///
    /// @param commands the command line whose subcommands are listed
    void write(CommandLine commands) throws IOException;
  }

  /// In a live session commands begin with it.
  private static final String PREFIX = "%";

  private final Manual manual;
  private final Console console;
  private final String called;
  private final Overview overview;

  @Parameters(
      arity = "0..1",
      paramLabel = "COMMAND|TOPIC",
      description = "A command, or a topic of the manual. Without one, all are listed.")
  private String name = "";

  @Spec private CommandSpec spec;

  /// @param called how the user gives this command, such as `duet help`
  public HelpCommand(Manual manual, Console console, String called, Overview overview) {
    this.manual = manual;
    this.console = console;
    this.called = called;
    this.overview = overview;
  }

  @Override
  public Integer call() throws InputFault, IOException {
    CommandLine commands = spec.parent().commandLine();
    String plain = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
    CommandLine command = commands.getSubcommands().get(plain);
    if (name.isEmpty()) {
      overview.write(commands);
    } else if (command != null) {
      command.usage(commands.getOut());
    } else if (manual.topics().contains(plain)) {
      new ManualView(manual, console.screen(), called).writePage(plain);
    } else {
      throw unknown(commands);
    }
    return CommandLine.ExitCode.OK;
  }

  private InputFault unknown(CommandLine commands) throws IOException {
    var known = new ArrayList<>(manual.topics());
    known.addAll(commands.getSubcommands().keySet());
    List<String> near = SimilarNames.to(name, known);
    String hint = near.isEmpty() ? "" : "Did you mean " + String.join(" or ", near) + "? ";
    return InputFault.usage(
        "there is no command or topic '" + name + "'", hint + "'" + called + "' lists them.");
  }
}
