package duet.embed;

import duet.lane.Jit;
import duet.run.Hosts;
import duet.run.Lanes;
import duet.run.PlayListener;
import duet.run.PlayOptions;
import duet.run.Player;
import duet.scenario.Catalog;
import duet.scenario.Home;
import duet.scenario.InputFault;
import duet.scenario.Scenario;
import duet.scenario.Sources;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Plays scenarios from a program of one's own.
///
/// ```java
/// try (Playground playground = Playground.open()) {
///   Played played = playground.atSpeed(10).play("thread_function");
///   System.out.println(played.lines("python"));
/// }
/// ```
///
/// Scripts run in processes of their own, which are used for several plays and end with [#close].
/// One play at a time.
public final class Playground implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Home home;
  private final Hosts hosts;
  private final double speed;
  private final Duration timeout;

  private Playground(Home home, Hosts hosts, double speed, Duration timeout) {
    this.home = home;
    this.hosts = hosts;
    this.speed = speed;
    this.timeout = timeout;
  }

  /// With the Duet that the system property `duet.root` names, or else the one that these classes
  /// were built in.
  ///
  /// @throws IllegalStateException when there is none
  public static Playground open() {
    return in(Home.find());
  }

  /// With the Duet in a folder: a checkout that was built, which its launcher does at the first
  /// start.
  public static Playground open(Path checkout) {
    return in(new Home(checkout, checkout.resolve("target").resolve("duet")));
  }

  private static Playground in(Home home) {
    return new Playground(home, Hosts.lasting(home), 1, PATIENCE);
  }

  /// The same, with every sleep and timed wait divided by a number. Closing one closes both.
  public Playground atSpeed(double number) {
    return new Playground(home, hosts, number, timeout);
  }

  /// The same, with so long for each script; a minute otherwise. Closing one closes both.
  public Playground within(Duration time) {
    return new Playground(home, hosts, speed, time);
  }

  /// Plays one scenario on both lanes, or on the only one that it has a script for. Whatever the
  /// scripts do, this returns: their outcomes are part of what it returns.
  ///
  /// @param what the name of a scenario of the course, or the paths of scripts with one stem; what
  ///   is declared in a `lesson.md` or a `NAME.duet.yaml` beside them holds
  /// @throws IllegalArgumentException when that is not one scenario
  public Played play(String... what) {
    Scenario scenario = scenario(what);
    var options =
        new PlayOptions(
            Lanes.ALL,
            Optional.empty(),
            speed,
            Jit.AUTO,
            timeout,
            false,
            PlayOptions.MAX_LINES,
            List.of(),
            true,
            0);
    return new Played(new Player(hosts).play(scenario, options, new PlayListener() {}));
  }

  private Scenario scenario(String... what) {
    try {
      var found = new ArrayList<Scenario>();
      if (Arrays.stream(what).allMatch(Sources::looksLikePath)) {
        found.addAll(Sources.scenarios(Arrays.stream(what).map(Path::of).toList()));
      } else if (what.length == 1) {
        found.addAll(new Catalog(home).named(what[0]));
      }
      if (found.size() != 1) {
        throw new IllegalArgumentException(
            Arrays.toString(what) + " is not one scenario: a name, or scripts with one stem");
      }
      return found.getFirst();
    } catch (InputFault fault) {
      throw new IllegalArgumentException(fault.getMessage() + ". " + fault.next(), fault);
    }
  }

  /// Ends every process.
  @Override
  public void close() {
    hosts.close();
  }
}
