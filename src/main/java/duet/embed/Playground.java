package duet.embed;

import duet.lane.Lanes;
import duet.lane.builtin.BuiltInLanes;
import duet.lane.process.Hosts;
import duet.lane.sandbox.SandboxCheck;
import duet.run.PlayListener;
import duet.run.PlayOptions;
import duet.run.Player;
import duet.scenario.InputFault;
import duet.scenario.Scenario;
import duet.scenario.folder.Home;
import duet.scenario.found.Catalog;
import duet.scenario.found.ScriptPairs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Plays scenarios from another program.
///
/// ```java
/// try (Playground playground = Playground.open()) {
///   Played played = playground.atSpeed(10).play("thread_function");
///   System.out.println(played.lines("python"));
/// }
/// ```
///
/// Scripts run in separate processes, which serve several plays and end with [#close]. There is one
/// play at a time. A playground that is made from another one shares its processes: closing one
/// closes all.
public final class Playground implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofDays(30);
  private static final Lanes LANES = BuiltInLanes.lanes();

  private static final PlayOptions USUAL = PlayOptions.on(LANES.usual()).build();

  private final Home home;
  private final Hosts hosts;
  private final PlayOptions options;

  private Playground(Home home, Hosts hosts, PlayOptions options) {
    this.home = home;
    this.hosts = hosts;
    this.options = options;
  }

  /// Opens the Duet that the system property `duet.root` names, or else the one that these classes
  /// were built in.
  ///
  /// @throws IllegalStateException if there is none, or it was not built
  public static Playground open() {
    try {
      return in(Home.find());
    } catch (IllegalStateException e) {
      throw new IllegalStateException(
          e.getMessage() + ". Name a checkout: -Dduet.root=FOLDER, or Playground.open(FOLDER)", e);
    }
  }

  /// Opens the Duet in a folder: a checkout that was built. Its launcher builds it at the first
  /// start.
  ///
  /// @throws IllegalStateException if it was not built
  public static Playground open(Path checkout) {
    return in(new Home(checkout, checkout.resolve("target").resolve("duet")));
  }

  private static Playground in(Home home) {
    if (!Files.isDirectory(home.program().resolve("lib"))) {
      throw new IllegalStateException(
          "there is no built Duet in "
              + home.root()
              + "; 'scripts/duet doctor' in a checkout builds it");
    }
    return new Playground(home, Hosts.lasting(home), USUAL);
  }

  private Playground with(PlayOptions.Builder others) {
    return new Playground(home, hosts, others.build());
  }

  /// The same, with every sleep and timed wait divided by a number.
  ///
  /// @throws IllegalArgumentException if that is not from 0.01 to 1,000
  public Playground atSpeed(double number) {
    if (!PlayOptions.isSpeed(number)) {
      throw new IllegalArgumentException("a speed is a number from 0.01 to 1000, not " + number);
    }
    return with(options.toBuilder().speed(number));
  }

  /// The same, with this time limit for each script; the default is one minute.
  ///
  /// @throws IllegalArgumentException if that is not a positive time of at most 30 days
  public Playground within(Duration time) {
    if (!time.isPositive() || time.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("a time limit is positive, at most 30 days, not " + time);
    }
    return with(options.toBuilder().timeout(time));
  }

  /// The same, on these lanes only, such as `python`.
  ///
  /// @throws IllegalArgumentException if there is no such lane
  public Playground onLanes(String... ids) {
    try {
      return with(options.toBuilder().lanes(LANES.withIds(List.of(ids))));
    } catch (InputFault fault) {
      throw new IllegalArgumentException(fault.sentences(), fault);
    }
  }

  /// The same, with arguments for the scripts, as on their own command line.
  public Playground withArguments(String... arguments) {
    return with(options.toBuilder().arguments(List.of(arguments)));
  }

  /// The same, in the sandbox, for other people's scripts: they can change no file, start no
  /// process, use no network, and read only themselves.
  ///
  /// @throws IllegalStateException if that cannot be enforced on this machine
  public Playground sandboxed() {
    Optional<String> obstacle = SandboxCheck.obstacle(home);
    if (obstacle.isPresent()) {
      throw new IllegalStateException("the sandbox does not work here: " + obstacle.get());
    }
    return with(options.toBuilder().sandbox(true));
  }

  /// Plays one scenario on the lanes that it has a script for. However the scripts end, this method
  /// returns: the outcomes are part of the result.
  ///
  /// @param what the name of a scenario of the course, or the paths of scripts with one stem; a
  ///   `lesson.md` or a `NAME.duet.yaml` beside them applies
  /// @throws IllegalArgumentException if that is not one scenario, or has no script for the lanes
  public Played play(String... what) {
    Scenario scenario = scenario(what);
    if (options.lanesOf(scenario).isEmpty()) {
      throw new IllegalArgumentException(scenario.name() + " has no script for these lanes");
    }
    return new Played(new Player(hosts).play(scenario, options, new PlayListener() {}));
  }

  /// Plays the scripts in these files, which have one stem.
  ///
  /// @throws IllegalArgumentException if they are not one scenario, or have no script for the lanes
  public Played play(Path... scripts) {
    return play(Arrays.stream(scripts).map(Path::toString).toArray(String[]::new));
  }

  private Scenario scenario(String... what) {
    ScriptPairs scripts = LANES.scripts();
    try {
      var found = new ArrayList<Scenario>();
      List<Path> paths = Arrays.stream(what).map(Path::of).toList();
      if (Arrays.stream(what).allMatch(scripts::looksLikePath)) {
        found.addAll(
            options.sandbox() ? scripts.scenariosOfOthers(paths) : scripts.scenarios(paths));
      } else if (what.length == 1) {
        found.addAll(new Catalog(home, scripts).named(what[0]));
      }
      if (found.size() != 1) {
        throw new IllegalArgumentException(
            Arrays.toString(what)
                + " is not one scenario; give one name, or scripts with one stem");
      }
      return found.getFirst();
    } catch (InputFault fault) {
      throw new IllegalArgumentException(fault.sentences(), fault);
    }
  }

  /// Ends every process.
  @Override
  public void close() {
    hosts.close();
  }
}
