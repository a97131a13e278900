package duet.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import duet.cli.CommandRun;
import duet.console.TestConsole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

class ReplacedOptionsTest {
  @ParameterizedTest
  @CsvSource({
    "lock --speed 20, --speed 50, lock --speed 50",
    "lock --speed=20 rlock, --speed 50, lock rlock --speed 50",
    "--lanes python lock, --lanes java, lock --lanes java",
    "lock --arg 1 --arg 2, --arg 3, lock --arg 3",
    "lock --json --speed 2, --json, lock --speed 2 --json",
    "lock --together, --in-turn, lock --in-turn",
    "lock --speed 2, --json, lock --speed 2 --json",
    "lock --speed 2, rlock, lock --speed 2 rlock",
    "lock, --nothing 3, lock --nothing 3",
  })
  void laterOptionsReplaceEarlierOnes(String earlier, String later, String all) {
    var replaced = new ReplacedOptions(command());
    assertEquals(
        List.of(all.split(" ")),
        replaced.of(List.of(earlier.split(" ")), List.of(later.split(" "))));
  }

  /// What it plays does not exist, which it says after it has understood its options.
  @Test
  void againHasOtherOptionsThanRun() {
    String typed = "run nowhere.py --speed 20 --together\nagain --speed 50 --in-turn\n";
    CommandRun run = CommandRun.on(new TestConsole().piped(typed));
    assertEquals(2, run.err().lines().filter(l -> l.contains("nowhere.py")).count(), run.err());
    assertFalse(run.err().contains("--"), run.err());
  }

  /// With options of each kind that `run` has.
  private static CommandSpec command() {
    ArgGroupSpec tempo =
        ArgGroupSpec.builder()
            .exclusive(true)
            .addArg(option("--together", boolean.class))
            .addArg(option("--in-turn", boolean.class))
            .build();
    return CommandSpec.create()
        .addOption(option("--speed", double.class))
        .addOption(option("--lanes", String[].class))
        .addOption(option("--arg", String[].class))
        .addOption(option("--json", boolean.class))
        .addArgGroup(tempo);
  }

  private static OptionSpec option(String name, Class<?> type) {
    return OptionSpec.builder(name).type(type).build();
  }
}
