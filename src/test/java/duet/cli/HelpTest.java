package duet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.console.TestConsole;
import duet.manual.Manual;
import duet.program.TestContext;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// `help`, in a shell and at the prompt.
class HelpTest {
  private static final Map<String, String> PLAIN = Map.of("NO_COLOR", "1");
  private static final String CODE = "│";

  private final TestConsole console = new TestConsole();
  private final Manual manual = new Manual(TestContext.with(console).home());

  @Test
  void commandsAreListedAndThenTopics() throws IOException {
    CommandRun run = CommandRun.of("help");
    assertEquals(ExitCode.OK, run.status(), run::toString);
    String usage = CommandRun.of("--help").out();
    assertTrue(run.out().startsWith(usage), run.out());
    List<String> lines = run.out().substring(usage.length()).lines().skip(2).toList();
    assertEquals(manual.topics(), lines.stream().map(line -> line.strip().split(" +")[0]).toList());
    assertTrue(
        lines.stream().anyMatch(l -> l.matches("  sandbox +Explains what --sandbox protects.*\\.")),
        run.out());
  }

  @Test
  void aPageIsAsWideAsTheTerminal() {
    CommandRun run = CommandRun.on(new TestConsole(PLAIN).terminal(80), "help", "sandbox");
    assertEquals(ExitCode.OK, run.status(), run::toString);
    assertTrue(run.out().startsWith("The sandbox\n═══════════\n\nThis page explains"), run.out());
    List<String> text = run.out().lines().filter(line -> !line.contains(CODE)).toList();
    assertTrue(text.stream().allMatch(line -> line.length() <= 80), run.out());
    assertTrue(text.stream().anyMatch(line -> line.length() > 60), run.out());
  }

  @Test
  void aPageInAPipeIsPlainAndUnwrapped() throws IOException {
    for (String topic : manual.topics()) {
      CommandRun run = CommandRun.of("help", topic);
      assertEquals(ExitCode.OK, run.status(), run::toString);
      assertFalse(run.out().contains("\u001b["), run.out());
      String paragraph = run.out().lines().skip(3).findFirst().orElseThrow();
      assertTrue(paragraph.startsWith("This page ") && paragraph.endsWith("."), paragraph);
    }
  }

  @Test
  void linksAreShownAsCommands() {
    assertTrue(CommandRun.of("help", "index").out().contains("(duet help command-line)"));
    assertTrue(CommandRun.of("help", "index").out().contains("README (README.md)"));
    assertTrue(prompt("help index\n").out().contains("(help command-line)"));
  }

  @Test
  void aMistypedTopicGetsASuggestion() {
    CommandRun run = CommandRun.of("help", "sandbx");
    assertEquals(ExitCode.USAGE, run.status());
    assertEquals("", run.out());
    assertEquals(
        """
        duet: there is no command or topic 'sandbx'
        Did you mean sandbox? 'duet help' lists them.
        """,
        run.err());
    assertTrue(CommandRun.of("help", "rnu").err().contains("Did you mean run"));
  }

  @Test
  void thePromptListsEveryCommandAndTopic() throws IOException {
    String out = prompt("help\n").out();
    for (String command :
        List.of("run", "learn", "batch", "check", "report", "new", "py", "again", "help", "quit")) {
      assertTrue(out.lines().anyMatch(line -> line.matches(command + " +[A-Z].*")), out);
    }
    DuetCommand.line(TestContext.with(console), "--help")
        .getSubcommands()
        .keySet()
        .forEach(name -> assertTrue(out.lines().anyMatch(l -> l.startsWith(name + " ")), name));
    manual.topics().forEach(topic -> assertTrue(out.contains(topic), topic));
  }

  @Test
  void thePromptExplainsCommandsAndShowsPages() {
    assertTrue(prompt("help list\n").out().contains("Usage: duet list"));
    assertTrue(prompt("%help sandbox\n").out().contains("This page explains what --sandbox"));
    CommandRun run = prompt("help sandbx\n");
    assertEquals(ExitCode.USAGE, run.status());
    assertTrue(run.err().contains("Did you mean sandbox? 'help' lists them."), run.err());
  }

  @Test
  void noTopicHasTheNameOfACommand() throws IOException {
    var commands = DuetCommand.line(TestContext.with(console), "--help").getSubcommands().keySet();
    for (String topic : manual.topics()) {
      assertFalse(commands.contains(topic), topic);
    }
  }

  private static CommandRun prompt(String typed) {
    return CommandRun.on(new TestConsole().piped(typed));
  }
}
