package duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.lane.Lane;
import duet.lane.builtin.BuiltInLanes;
import duet.program.TestContext;
import duet.run.Play;
import duet.run.PlayListener;
import duet.run.Player;
import duet.run.Run;
import duet.run.Tempo;
import duet.scenario.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Nothing that Duet says of a run is false, on a quiet machine and on a busy one. What it does not
/// know, it calls unknown.
@Measuring
class TruthIT {
  private static final Path FOLDER = Duet.ROOT.resolve("src/test/resources/truth");
  private static final int SPINNING = 8;
  private static final int ROUNDS = Integer.getInteger("duet.truth.rounds", Duet.THOROUGH ? 20 : 1);

  /// The largest share of the threads' time that may be unknown.
  private static final double UNKNOWN_QUIET = 0.05;

  private static final double UNKNOWN_LOADED = 0.20;

  /// What some plays said.
  private static final class Tally {
    private int plays;
    private final List<String> claims = new ArrayList<>();
    private double unknown;
    private int runs;

    void add(Play play) throws Exception {
      plays++;
      for (Run run : play.runs()) {
        runs++;
        unknown += TruthCase.unknown(run);
        Lane lane = BuiltInLanes.lanes().withIds(List.of(run.lane())).getFirst();
        for (String claim :
            TruthCase.of(lane.script(play.scenario()).orElseThrow()).falseClaims(run)) {
          claims.add(play.scenario().name() + " " + run.lane() + ": " + claim);
        }
      }
    }

    double unknownShare() {
      return unknown / runs;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%d plays, %d false claims, %.1f %% unknown%n%s",
          plays,
          claims.size(),
          100 * unknownShare(),
          String.join("\n", claims));
    }
  }

  /// @param every how many scenarios there are for each that is played
  private static Tally play(PlayListener listener, int every) throws Exception {
    var tally = new Tally();
    List<Scenario> all = BuiltInLanes.lanes().scripts().scenarios(List.of(FOLDER));
    var player = new Player(TestContext.hosts());
    for (int i = 0; i < ROUNDS; i++) {
      for (int k = 0; k < all.size(); k += every) {
        tally.add(player.play(all.get(k), Plays.options(), listener));
      }
    }
    return tally;
  }

  /// Lets the load go on from the time when all hosts have booted until their scripts end.
  private record Loaded(Load load, Set<String> booting) implements PlayListener {
    @Override
    public void begins(Scenario scenario, Tempo tempo, double speed, List<String> lanes) {
      booting.addAll(lanes);
    }

    @Override
    public void booted(String lane, String runtime) {
      booting.remove(lane);
      if (booting.isEmpty()) {
        load.goOn();
      }
    }

    @Override
    public void finished(Play play) {
      load.hold();
    }
  }

  @Test
  void onAQuietMachine() throws Exception {
    Tally tally = play(new PlayListener() {}, Duet.THOROUGH ? 1 : 3);
    assertEquals(List.of(), tally.claims, tally::toString);
    assertTrue(tally.unknownShare() <= UNKNOWN_QUIET, tally::toString);
    System.out.println("quiet: " + tally);
  }

  @Test
  void onABusyMachine() throws Exception {
    try (Load load = Load.of(SPINNING)) {
      load.hold();
      Tally tally = play(new Loaded(load, new HashSet<>()), Duet.THOROUGH ? 1 : 4);
      assertEquals(List.of(), tally.claims, tally::toString);
      assertTrue(tally.unknownShare() <= UNKNOWN_LOADED, tally::toString);
      System.out.println("loaded: " + tally);
    }
  }
}
