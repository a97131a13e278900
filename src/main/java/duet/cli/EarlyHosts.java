package duet.cli;

import duet.lane.Jit;
import duet.lane.Lane;
import duet.lane.Lanes;
import duet.lane.process.Hosts;
import duet.scenario.folder.Home;
import java.util.Arrays;
import java.util.List;

/// Starts the hosts of `duet run` before Duet loads anything else, because they take longest to
/// start. It guesses from the arguments: a host that is not needed costs little and ends with Duet.
public final class EarlyHosts {
  private EarlyHosts() {}

  /// The hosts for the commands. Those that these arguments seem to need are already starting.
  public static Hosts of(Home home, Lanes lanes, String... args) {
    var hosts = new Hosts(home);
    if (args.length > 1
        && args[0].equals("run")
        && Arrays.stream(args).noneMatch(EarlyHosts::changesHosts)) {
      lanes(lanes.usual(), Arrays.asList(args).subList(1, args.length))
          .forEach(lane -> hosts.prepare(lane, Jit.AUTO));
    }
    return hosts;
  }

  private static boolean changesHosts(String arg) {
    return arg.startsWith("--lanes")
        || arg.startsWith("--jit")
        || arg.equals("--sandbox")
        || arg.equals("--help")
        || arg.equals("-h");
  }

  /// All lanes, or one lane if the arguments name only files of its language.
  private static List<Lane> lanes(List<Lane> usual, List<String> words) {
    return usual.stream()
        .filter(lane -> areAll(words, lane) || usual.stream().noneMatch(l -> areAll(words, l)))
        .toList();
  }

  private static boolean areAll(List<String> words, Lane lane) {
    return words.stream()
        .filter(word -> !word.startsWith("-"))
        .allMatch(
            word ->
                lane.description().suffixes().stream()
                    .anyMatch(suffix -> word.endsWith("." + suffix)));
  }
}
