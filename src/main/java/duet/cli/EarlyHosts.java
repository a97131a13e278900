package duet.cli;

import duet.lane.Jit;
import duet.lane.Lane;
import duet.lane.Lanes;
import duet.lane.process.Hosts;
import duet.scenario.folder.Home;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Starts the hosts of `duet run` before Duet loads anything else, because they take longest to
/// start. It guesses from the arguments: a host that is not needed costs little and ends with Duet.
public final class EarlyHosts {
  private static final String LANES = "--lanes";

  private EarlyHosts() {}

  /// The hosts for the commands. Those that these arguments seem to need are already starting.
  public static Hosts of(Home home, Lanes lanes, String... args) {
    var hosts = new Hosts(home);
    if (args.length > 1
        && args[0].equals("run")
        && Arrays.stream(args).noneMatch(EarlyHosts::changesHosts)) {
      List<String> words = Arrays.asList(args).subList(1, args.length);
      asked(lanes, words)
          .orElseGet(() -> lanes(lanes.usual(), words))
          .forEach(lane -> hosts.prepare(lane, Jit.AUTO));
    }
    return hosts;
  }

  private static boolean changesHosts(String arg) {
    return arg.startsWith("--jit")
        || arg.startsWith("--python")
        || arg.equals("--sandbox")
        || arg.equals("--help")
        || arg.equals("-h");
  }

  /// The lanes that `--lanes` names, as far as there are such lanes.
  private static Optional<List<Lane>> asked(Lanes lanes, List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      boolean isApart = word.equals(LANES) && i + 1 < words.size();
      if (isApart || word.startsWith(LANES + "=")) {
        String ids = isApart ? words.get(i + 1) : word.substring(LANES.length() + 1);
        return Optional.of(
            Stream.of(ids.split(",", -1)).flatMap(id -> lanes.withId(id).stream()).toList());
      }
    }
    return Optional.empty();
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
