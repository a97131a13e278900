package duet.cli;

import duet.lane.Lane;
import duet.scenario.found.ScriptPairs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// Tells which files play together, where the user may not expect it.
record PairNotices(ScriptPairs scripts, Consumer<String> notice) {
  /// Tells about the files that the user has named.
  ///
  /// @param lanes the lanes that play
  void tell(List<Path> named, List<Lane> lanes) {
    if (scripts.isNamedPair(named)) {
      notice.accept(
          named.getFirst()
              + " and "
              + named.getLast()
              + " play as one scenario. To play them apart, name one at a time.");
      return;
    }
    for (Path script : named) {
      if (!Files.isDirectory(script)) {
        scripts.partners(script).stream()
            .filter(partner -> !named.contains(partner) && isPlayed(partner, lanes))
            .forEach(
                partner ->
                    notice.accept(
                        "%s lies beside %s. To play both: duet run %s %s"
                            .formatted(
                                partner.getFileName(), script.getFileName(), script, partner)));
      }
    }
  }

  private static boolean isPlayed(Path script, List<Lane> lanes) {
    String name = String.valueOf(script.getFileName());
    return lanes.stream()
        .flatMap(lane -> lane.description().suffixes().stream())
        .anyMatch(suffix -> name.endsWith("." + suffix));
  }
}
