package duet.repl;

import duet.lane.protocol.HostMessage.Response;
import duet.lane.protocol.HostOrder.Topic;
import duet.run.LiveSession;
import duet.scenario.InputFault;
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
  private final Workspace workspace;

  @Parameters(arity = "0..*", paramLabel = "OPTION", description = "Options of 'run'.")
  private List<String> options = List.of();

  BothCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() throws InputFault, InterruptedException {
    var _ = workspace.sessions.of(PromptMode.JAVA); // it knows how to make a script of statements
    String python;
    String java;
    try {
      python = workspace.input.read(PromptMode.PYTHON_SNIPPET).stripTrailing();
      java = workspace.input.read(PromptMode.JAVA_SNIPPET).stripTrailing();
    } catch (UserInterruptException | EndOfFileException e) {
      workspace.say("given up; nothing was played");
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
    workspace.copies.write("both", Map.copyOf(texts)).stream()
        .map(Path::toString)
        .forEach(words::add);
    words.addAll(options);
    return workspace.run(words);
  }

  private String script(String java) throws InputFault, InterruptedException {
    try {
      Response answer =
          workspace.sessions.ask(PromptMode.JAVA, Topic.SCRIPT, "both", java, java.length());
      return answer.text();
    } catch (LiveSession.SessionEnded e) {
      throw InputFault.usage(e.reason(), "Try again.");
    }
  }
}
