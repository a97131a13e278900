package duet.repl;

import duet.console.Console;
import duet.lane.protocol.HostMessage.Response;
import duet.lane.protocol.HostOrder.Topic;
import duet.run.LiveSession;
import duet.scenario.InputFault;
import duet.scenario.found.PrivateCopies;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `both`.
@Command(
    name = "both",
    mixinStandardHelpOptions = true,
    description = "Asks for a snippet in each language and plays both side by side.",
    footerHeading = "%n",
    footer = {
      "An empty line ends a snippet. Java statements need no main method around them.",
      "'again' plays the same pair once more; its options are those of 'run':",
      "  both --speed 10"
    })
final class BothCommand implements Callable<Integer> {
  private final CommandRunner runner;
  private final LiveSessions sessions;
  private final InputSource input;
  private final PrivateCopies copies;
  private final Console console;

  @Parameters(arity = "0..*", paramLabel = "OPTION", description = "Options of 'run'.")
  private List<String> options = List.of();

  BothCommand(
      CommandRunner runner,
      LiveSessions sessions,
      InputSource input,
      PrivateCopies copies,
      Console console) {
    this.runner = runner;
    this.sessions = sessions;
    this.input = input;
    this.copies = copies;
    this.console = console;
  }

  @Override
  public Integer call() throws InputFault, InterruptedException {
    var _ = sessions.of(PromptMode.JAVA); // it knows how to make a script of statements
    String python;
    String java;
    try {
      python = input.read(PromptMode.PYTHON_SNIPPET).stripTrailing();
      java = input.read(PromptMode.JAVA_SNIPPET).stripTrailing();
    } catch (UserInterruptException | EndOfFileException e) {
      console.print("given up; nothing was played");
      return 0;
    }
    if (python.isBlank() && java.isBlank()) {
      throw InputFault.usage("there is nothing to play", "Write at least one of the snippets.");
    }
    var texts = new TreeMap<String, String>();
    if (!python.isBlank()) {
      texts.put("py", python + "\n");
    }
    if (!java.isBlank()) {
      texts.put("java", script(java));
    }
    var words = new ArrayList<String>();
    copies.write("both", Map.copyOf(texts)).stream().map(Path::toString).forEach(words::add);
    words.addAll(options);
    return runner.run(words);
  }

  private String script(String java) throws InputFault, InterruptedException {
    try {
      Response answer = sessions.ask(PromptMode.JAVA, Topic.SCRIPT, "both", java, java.length());
      return answer.text();
    } catch (LiveSession.SessionEnded e) {
      throw InputFault.usage(e.reason(), "Try again.");
    }
  }
}
