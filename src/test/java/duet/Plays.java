package duet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import duet.lane.builtin.BuiltInLanes;
import duet.lane.process.Hosts;
import duet.lane.protocol.Outcome;
import duet.program.TestContext;
import duet.run.Play;
import duet.run.PlayListener;
import duet.run.PlayOptions;
import duet.run.Player;
import duet.run.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Plays of scripts that a test writes, without a command.
final class Plays {
  private static final int MAX_LINES = 1_000_000;

  private Plays() {}

  /// On all lanes, at their own speed, together unless they compute, with all states and lines.
  static PlayOptions options() {
    return PlayOptions.on(BuiltInLanes.lanes().usual()).maxLines(MAX_LINES).build();
  }

  /// Plays a pair that completes, on the hosts that tests share.
  static Play completed(Path folder, double speed, String python, String java) throws Exception {
    return completed(TestContext.hosts(), folder, speed, python, java);
  }

  /// Plays a pair that completes.
  static Play completed(Hosts hosts, Path folder, double speed, String python, String java)
      throws Exception {
    Files.writeString(folder.resolve("script.py"), python);
    Files.writeString(folder.resolve("script.java"), java);
    Play play =
        new Player(hosts)
            .play(
                BuiltInLanes.lanes().scripts().scenarios(List.of(folder)).getFirst(),
                options().toBuilder().speed(speed).build(),
                new PlayListener() {});
    for (Run run : play.runs()) {
      assertEquals(
          Outcome.COMPLETED, run.outcome(), run.lane() + ": " + run.message() + run.lines());
    }
    return play;
  }
}
