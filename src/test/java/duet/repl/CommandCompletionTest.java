package duet.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.console.TestConsole;
import duet.manual.HelpCommand;
import duet.manual.Manual;
import duet.program.TestContext;
import java.io.IOException;
import java.util.List;
import org.jline.reader.Candidate;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class CommandCompletionTest {
  @Test
  void helpIsCompletedWithCommandsAndTopics() throws IOException {
    var context = TestContext.with(new TestConsole());
    var manual = new Manual(context.home());
    var help = new HelpCommand(manual, context.console(), "help", _ -> {});
    CommandLine commands = new CommandLine(CommandSpec.create()).addSubcommand(help);
    var completion =
        new CommandCompletion(
            commands, context.catalog(), context.lanes(), manual, Settings.names());
    List<String> found = values(completion.complete("help san", 8));
    assertTrue(found.containsAll(manual.topics()), found.toString());
    assertTrue(found.contains("help"), found.toString());
    assertEquals("help", values(completion.complete("he", 2)).getFirst());
  }

  private static List<String> values(List<Candidate> candidates) {
    return candidates.stream().map(Candidate::value).toList();
  }
}
