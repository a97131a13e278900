package duet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import duet.lane.builtin.BuiltInLanes;
import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.Outcome;
import duet.program.TestContext;
import duet.run.PlayListener;
import duet.run.Player;
import duet.run.Run;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an AOT cache is trained with plays to its last line, which asks to be stopped: a host that
/// rejects it would make a cache all the same.
class TrainingIT {
  private static final String LAST = "stop me now";

  @TempDir private Path folder;

  /// Interrupts the play when both scripts have come to their ends.
  private static final class Stopping implements PlayListener {
    private final Thread player = Thread.currentThread();
    private final Set<String> atTheirEnd = new HashSet<>();

    @Override
    public void printed(String lane, Line line) {
      if (line.text().equals(LAST) && atTheirEnd.add(lane) && atTheirEnd.size() == 2) {
        player.interrupt();
      }
    }
  }

  @Test
  void bothScriptsPlayToTheirEnds() throws Exception {
    for (String file : List.of("training.py", "training.java")) {
      try (InputStream in = Player.class.getResourceAsStream("/duet/setup/" + file)) {
        Files.copy(in, folder.resolve(file));
      }
    }
    List<Run> runs =
        new Player(TestContext.hosts())
            .play(
                BuiltInLanes.lanes().scripts().scenarios(List.of(folder)).getFirst(),
                Plays.options().toBuilder().speed(4).build(),
                new Stopping())
            .runs();
    for (Run run : runs) {
      assertEquals(Outcome.INTERRUPTED, run.outcome(), run.toString());
      assertEquals(LAST, run.lines().getLast().text());
    }
  }
}
