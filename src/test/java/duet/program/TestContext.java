package duet.program;

import duet.clock.SystemClock;
import duet.console.Console;
import duet.lane.process.Hosts;
import duet.scenario.folder.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// The context of commands that a test runs in its own JVM. All tests of a JVM share the hosts, and
/// a state folder that nobody else has.
public final class TestContext {
  private static final Home HOME = Home.find();
  private static final Hosts HOSTS = Hosts.lasting(HOME);
  private static final Path STATE = state();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(HOSTS::close));
  }

  private TestContext() {}

  /// With this machine's clock and no environment variables but those for the state folder.
  public static ProgramContext with(Console console) {
    return with(console, Map.of());
  }

  /// The same with more environment variables.
  public static ProgramContext with(Console console, Map<String, String> environment) {
    var all = new HashMap<>(Map.of("XDG_STATE_HOME", STATE.toString()));
    all.putAll(environment);
    return new ProgramContext(HOME, console, Map.copyOf(all), new SystemClock(), HOSTS);
  }

  /// The hosts that tests share.
  public static Hosts hosts() {
    return HOSTS;
  }

  private static Path state() {
    try {
      Path folder = Files.createTempDirectory("duet-test");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
