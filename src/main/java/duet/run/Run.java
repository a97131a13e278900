package duet.run;

import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.HostMessage.State;
import duet.lane.protocol.Outcome;
import duet.lane.protocol.Usage;
import java.util.Comparator;
import java.util.List;

/// One lane's outcome with its log, whole or up to where the run ended.
///
/// @param lane the lane's id
/// @param hasGlobalLock whether only one of its threads could run at a time, the one that had the
///   global interpreter lock
/// @param runtime what played, such as `OpenJDK 25.0.3`; empty when the host never booted
/// @param lines in the order of their stamps
/// @param omitted how many lines were not kept, between the first ones and the last ones
/// @param message what a learner should know about the end; empty when all went well
/// @param states what its threads did, thread by thread in the order of time; empty if nobody asked
///   for it, or if the host could not tell
/// @param unseen why it cannot be seen what its threads did, or not all of it; empty where it can
public record Run(
    String lane,
    boolean hasGlobalLock,
    String runtime,
    List<Line> lines,
    long omitted,
    Outcome outcome,
    Usage usage,
    String message,
    List<State> states,
    String unseen) {
  /// A run of which everything can be seen.
  public Run(
      String lane,
      boolean hasGlobalLock,
      String runtime,
      List<Line> lines,
      long omitted,
      Outcome outcome,
      Usage usage,
      String message,
      List<State> states) {
    this(lane, hasGlobalLock, runtime, lines, omitted, outcome, usage, message, states, "");
  }

  public Run {
    lines = lines.stream().sorted(Comparator.comparingLong(Line::nanos)).toList();
    states = List.copyOf(states);
  }
}
