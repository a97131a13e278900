package duet.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import duet.cli.CommandRun;
import duet.console.TestConsole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
    var replaced = new ReplacedOptions(CommandSpec.forAnnotatedObject(new Sample()));
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

  /// Options of each kind that `run` has.
  @Command
  private static final class Sample {
    @Parameters private List<String> what = List.of();

    @Option(names = "--speed")
    private double speed;

    @Option(names = "--lanes", split = ",")
    private List<String> lanes = List.of();

    @Option(names = "--arg")
    private List<String> arguments = List.of();

    @Option(names = "--json")
    private boolean json;

    @ArgGroup private Tempo tempo = new Tempo();

    /// One or the other.
    private static final class Tempo {
      @Option(names = "--together")
      private boolean together;

      @Option(names = "--in-turn")
      private boolean inTurn;
    }
  }
}
