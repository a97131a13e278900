package duet.repl;

import duet.console.Console;
import duet.lane.protocol.HostMessage.Response;
import duet.lane.protocol.HostOrder.Topic;
import duet.run.LiveSession;
import duet.scenario.InputFault;
import duet.scenario.found.PrivateCopies;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
    description = "Asks for a snippet in each language and plays them side by side.",
    footerHeading = "%n",
    footer = {
      "An empty line ends a snippet. Java statements need no main method around them.",
      "'again' plays the same pair again. 'both' takes the options of 'run':",
      "  both --speed 10"
    })
final class BothCommand implements Callable<Integer> {
  private final CommandRunner runner;
  private final LiveLanguages languages;
  private final LiveSessions sessions;
  private final InputSource input;
  private final PrivateCopies copies;
  private final Console console;

  @Parameters(arity = "0..*", paramLabel = "OPTION", description = "Options of 'run'.")
  private List<String> options = List.of();

  BothCommand(
      CommandRunner runner,
      LiveLanguages languages,
      LiveSessions sessions,
      InputSource input,
      PrivateCopies copies,
      Console console) {
    this.runner = runner;
    this.languages = languages;
    this.sessions = sessions;
    this.input = input;
    this.copies = copies;
    this.console = console;
  }

  @Override
  public Integer call() throws InputFault, InterruptedException {
    languages.modes().stream()
        .filter(mode -> mode.session().wrapsStatements())
        .forEach(sessions::of); // they start while the user types
    var typed = new LinkedHashMap<PromptMode, String>();
    try {
      for (PromptMode mode : languages.modes()) {
        typed.put(mode, input.read(mode.asSnippet()).stripTrailing());
      }
    } catch (UserInterruptException | EndOfFileException e) {
      console.print("cancelled; Duet has played nothing");
      return 0;
    }
    typed.values().removeIf(String::isBlank);
    if (typed.isEmpty()) {
      throw InputFault.usage("there is nothing to play", "Type at least one of the snippets.");
    }
    var texts = new TreeMap<String, String>();
    for (var snippet : typed.entrySet()) {
      PromptMode mode = snippet.getKey();
      texts.put(mode.code().description().suffix(), script(mode, snippet.getValue()));
    }
    var words = new ArrayList<String>();
    copies.write("both", Map.copyOf(texts)).stream().map(Path::toString).forEach(words::add);
    words.addAll(options);
    return runner.run(words);
  }

  private String script(PromptMode mode, String code) throws InputFault, InterruptedException {
    if (!mode.session().wrapsStatements()) {
      return code + "\n";
    }
    try {
      Response answer = sessions.ask(mode, Topic.SCRIPT, "both", code, code.length());
      return answer.text();
    } catch (LiveSession.SessionEnded e) {
      throw InputFault.usage(e.reason(), "Try again.");
    }
  }
}
