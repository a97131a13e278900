package duet.setup;

import duet.Main;
import duet.lane.AotCache;
import duet.lane.Jvm;
import duet.scenario.folder.Home;
import java.util.List;

/// The program that trains the front end's JVM: it runs every command once, on a small scale.
final class FrontEnd {
  /// The beginning of the prompt.
  static final String PROMPT = "duet> ";

  /// What is typed at the prompt.
  static final String TYPED =
      """
      help
      set speed 20
      run condition
      log --lane java
      py x = 1
      java 1 + 1
      py
      def f():
      return x

      f()
      %timeit f()
      exit()
      quit
      """;

  private FrontEnd() {}

  /// Ends the program after the timeout: if the build was interrupted, nobody types any more.
  private static void endAfterTimeout() {
    try {
      Thread.sleep(TrainingRun.TIMEOUT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(1);
  }

  /// The front end's JVM, exactly as `scripts/duet` starts it.
  static Jvm jvm(Home home) {
    return new Jvm(
        home,
        AotCache.FRONT_END,
        Jvm.OWN_JAVA_HOME,
        List.of(home.program().resolve("lib")),
        List.of(),
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-AOTReplayTraining", // as in the lanes
            "--enable-native-access=ALL-UNNAMED",
            "-Dduet.root=" + home.root()));
  }

  public static void main(String[] args) {
    Thread.ofPlatform().daemon().start(FrontEnd::endAfterTimeout);
    for (String command :
        List.of(
            "list --color always",
            "show lock --color always",
            "run condition --speed 20 --color always --width 120 --html /dev/null",
            "run no_such_scenario",
            "batch scripts --list",
            "learn",
            "learn overlap --hint --lang zh",
            "help run")) {
      Main.run(command.split(" "));
    }
    Main.run();
  }
}
