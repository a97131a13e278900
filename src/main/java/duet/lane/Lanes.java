package duet.lane;

import duet.scenario.InputFault;
import duet.scenario.ScriptLanguages;
import duet.scenario.found.ScriptPairs;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The lanes that a program has, in the order in which they stand side by side. Some play only on
/// what is installed on this machine. Looking for that takes time, so it is put off until somebody
/// asks for such a lane.
public final class Lanes {
  private final List<Lane> usual;
  private final List<Lane> others;
  private final Supplier<List<Lane>> finder;
  private @Nullable List<Lane> found;

  /// @param usual those that play where none were asked for
  /// @param others those that play only when they are asked for
  public Lanes(List<Lane> usual, List<Lane> others) {
    this(usual, others, List::of);
  }

  /// @param usual those that play where none were asked for
  /// @param others those that play only when they are asked for
  /// @param finder finds more of the others. They play files of languages that the usual lanes
  ///   play, too
  public Lanes(List<Lane> usual, List<Lane> others, Supplier<List<Lane>> finder) {
    this.usual = List.copyOf(usual);
    this.others = List.copyOf(others);
    this.finder = finder;
  }

  /// Those that play where none were asked for.
  public List<Lane> usual() {
    return usual;
  }

  /// Those that play only when they are asked for.
  public List<Lane> others() {
    return Stream.concat(others.stream(), found().stream()).toList();
  }

  /// Every lane.
  public List<Lane> all() {
    return Stream.concat(usual.stream(), others().stream()).toList();
  }

  private synchronized List<Lane> found() {
    if (found == null) {
      found = List.copyOf(finder.get());
    }
    return found;
  }

  private Stream<Lane> registered() {
    return Stream.concat(usual.stream(), others.stream());
  }

  /// The ids of some lanes, as `--lanes` takes them: `python,java`.
  public static String ids(List<Lane> lanes) {
    return lanes.stream().map(Lane::id).collect(Collectors.joining(","));
  }

  /// The lane of that id, if there is one.
  public Optional<Lane> withId(String id) {
    return withId(registered(), id).or(() -> withId(found().stream(), id));
  }

  private static Optional<Lane> withId(Stream<Lane> lanes, String id) {
    return lanes.filter(lane -> lane.id().equals(id)).findFirst();
  }

  /// The lanes with these ids.
  ///
  /// @throws InputFault when there is no such lane
  public List<Lane> withIds(List<String> ids) throws InputFault {
    for (String id : ids) {
      if (withId(id).isEmpty()) {
        String known = all().stream().map(Lane::id).collect(Collectors.joining(", "));
        throw InputFault.usage("there is no lane '" + id + "'", "The lanes are: " + known + ".");
      }
    }
    return ids.stream().flatMap(id -> withId(id).stream()).toList();
  }

  /// Which files are scripts.
  public ScriptPairs scripts() {
    return new ScriptPairs(
        new ScriptLanguages(registered().map(lane -> lane.description().scripts()).toList()));
  }
}
