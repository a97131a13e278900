package duet.render.terminal;

import duet.compare.GilHolders;
import duet.compare.ThreadActivity;
import duet.compare.ThreadActivity.Life;
import duet.console.Theme;
import duet.render.ThreadLabels;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The row of a timeline that shows which thread has the global interpreter lock: a character of
/// the thread's name, in its colour.
final class GilRow {
  static final String NAME = "GIL";
  private static final String FREE = "_";

  /// As in the rows of the threads, in whose legend it is explained.
  private static final String UNKNOWN = "?";

  /// What the characters stand for.
  static final String LEGEND = NAME + ": a character of the holder's name   " + FREE + " free";

  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
  private static final String ANY = "*";

  private final GilHolders holders;
  private final ThreadActivity lane;
  private final ThreadLabels labels;
  private final Map<Long, String> marks = new LinkedHashMap<>();

  /// @param shown how many of the lane's threads have a row
  GilRow(GilHolders holders, ThreadActivity lane, ThreadLabels labels, int shown) {
    this.holders = holders;
    this.lane = lane;
    this.labels = labels;
    Set<String> used = new HashSet<>();
    lane.threads().stream()
        .limit(shown)
        .forEach(life -> marks.put(life.tid(), mark(label(life).text(), used)));
  }

  private ThreadLabels.Label label(Life life) {
    return labels.of(life.thread(), life.tid());
  }

  /// The last character of a name mostly tells threads apart, as in `Thread-1`.
  private static String mark(String name, Set<String> used) {
    String some = name.equals("main") ? name : name.isEmpty() ? "" : last(name) + name;
    return (some + LETTERS)
        .chars()
        .filter(c -> c < 128 && Character.isLetterOrDigit(c))
        .mapToObj(Character::toString)
        .filter(used::add)
        .findFirst()
        .orElse(ANY);
  }

  private static String last(String name) {
    return name.substring(name.length() - 1);
  }

  String bar(double end, int cells, Theme theme) {
    List<Optional<Long>> parts = holders.cells(end, cells);
    var bar = new StringBuilder();
    int from = 0;
    for (int i = 1; i <= parts.size(); i++) {
      if (i == parts.size() || !parts.get(i).equals(parts.get(from))) {
        bar.append(piece(parts.get(from), i - from, theme));
        from = i;
      }
    }
    return bar.toString();
  }

  private String piece(Optional<Long> holder, int length, Theme theme) {
    if (holder.filter(tid -> tid == GilHolders.NOT_KNOWN).isPresent()) {
      return UNKNOWN.repeat(length);
    }
    return holder
        .map(tid -> theme.paintThread(index(tid), marks.getOrDefault(tid, ANY).repeat(length)))
        .orElse(FREE.repeat(length));
  }

  private int index(long tid) {
    return lane.threads().stream()
        .filter(life -> life.tid() == tid)
        .mapToInt(life -> label(life).index())
        .findFirst()
        .orElse(0);
  }

  /// The two threads that had it longest, with their characters.
  String shares(double end) {
    return lane.threads().stream()
        .filter(life -> marks.containsKey(life.tid()) && share(life, end) >= 0.005)
        .sorted(Comparator.comparing((Life life) -> -share(life, end)))
        .limit(2)
        .map(
            life ->
                String.format(
                    Locale.ROOT, "%s %.0f %%", marks.get(life.tid()), 100 * share(life, end)))
        .collect(Collectors.joining("  "));
  }

  private double share(Life life, double end) {
    return holders.seconds(life.tid()) / end;
  }
}
