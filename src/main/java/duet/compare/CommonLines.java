package duet.compare;

import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.OutputChannel;
import duet.run.Play;
import duet.run.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What all runs of a play have in common, however many there are. Like [Comparison] it compares
/// the masked lines of standard output as multisets.
///
/// @param same how many lines every lane printed
/// @param only how many lines no other lane printed, by the id of the lane that did
/// @param alike the ids of lanes that printed the same lines, where not all lanes did; each group
///   has two lanes or more
public record CommonLines(int same, Map<String, Integer> only, List<List<String>> alike) {
  public CommonLines {
    alike = alike.stream().map(List::copyOf).toList();
  }

  /// What the runs of a play have in common.
  public static CommonLines of(Play play) {
    var masks = new LineMask(play.scenario().masks());
    var printed = new LinkedHashMap<String, Map<String, Long>>();
    play.runs().forEach(run -> printed.put(run.lane(), counts(run, masks)));
    var only = new LinkedHashMap<String, Integer>();
    printed.forEach((lane, lines) -> only.put(lane, only(lane, lines, printed)));
    return new CommonLines(same(List.copyOf(printed.values())), only, alike(printed));
  }

  private static Map<String, Long> counts(Run run, LineMask masks) {
    return run.lines().stream()
        .filter(line -> line.stream() == OutputChannel.OUT)
        .map(Line::text)
        .collect(Collectors.groupingBy(masks::apply, Collectors.counting()));
  }

  private static int same(List<Map<String, Long>> all) {
    return all.isEmpty()
        ? 0
        : (int)
            all.getFirst().keySet().stream()
                .mapToLong(
                    line ->
                        all.stream().mapToLong(one -> one.getOrDefault(line, 0L)).min().orElse(0))
                .sum();
  }

  private static int only(
      String lane, Map<String, Long> lines, Map<String, Map<String, Long>> printed) {
    long own = 0;
    for (var line : lines.entrySet()) {
      long others =
          printed.entrySet().stream()
              .filter(other -> !other.getKey().equals(lane))
              .mapToLong(other -> other.getValue().getOrDefault(line.getKey(), 0L))
              .max()
              .orElse(0);
      own += Math.max(0, line.getValue() - others);
    }
    return (int) own;
  }

  private static List<List<String>> alike(Map<String, Map<String, Long>> printed) {
    var groups = new HashMap<Map<String, Long>, List<String>>();
    printed.forEach(
        (lane, lines) -> groups.computeIfAbsent(lines, _ -> new ArrayList<>()).add(lane));
    return printed.values().stream()
        .distinct()
        .map(lines -> groups.getOrDefault(lines, List.of()))
        .filter(lanes -> lanes.size() > 1 && lanes.size() < printed.size())
        .toList();
  }
}
