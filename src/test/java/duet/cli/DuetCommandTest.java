package duet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.console.TestConsole;
import duet.program.TestContext;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class DuetCommandTest {
  @Test
  void onlyTheCommandThatIsNamedIsBuilt() {
    Map<String, CommandLine> all = commands("--help");
    assertTrue(all.size() >= 10, all.keySet().toString());
    all.forEach(
        (name, command) -> {
          assertEquals(name, command.getCommandName());
          Set<String> built = name.equals("help") ? all.keySet() : Set.of(name);
          assertEquals(built, commands(name, "run").keySet());
        });
    assertEquals(all.keySet(), commands("hlep", "run").keySet());
    assertEquals(Set.of(), commands().keySet());
  }

  private static Map<String, CommandLine> commands(String... words) {
    return DuetCommand.line(TestContext.with(new TestConsole()), words).getSubcommands();
  }
}
