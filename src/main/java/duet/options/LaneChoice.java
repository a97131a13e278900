package duet.options;

import duet.lane.Jit;
import duet.lane.Lane;
import duet.lane.Lanes;
import duet.scenario.InputFault;
import duet.scenario.LaneTitle;
import duet.scenario.folder.Home;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The lanes that somebody asked for. A Python that is not installed is left out, with a word.
///
/// @param lanes those that are here
/// @param leftOut the ids of those that are not
public record LaneChoice(List<Lane> lanes, List<String> leftOut) {
  public LaneChoice {
    lanes = List.copyOf(lanes);
    leftOut = List.copyOf(leftOut);
  }

  /// The lanes with these ids.
  ///
  /// @throws InputFault when there can be no such lane on any machine
  static LaneChoice of(List<String> ids, Lanes known) throws InputFault {
    List<String> absent =
        ids.stream().filter(id -> known.withId(id).isEmpty() && LaneTitle.isOfCPython(id)).toList();
    return new LaneChoice(
        known.withIds(ids.stream().filter(id -> !absent.contains(id)).toList()), absent);
  }

  /// The same without lanes that find no program to play on.
  public LaneChoice installed(Lanes known, Home home) {
    List<Lane> missing =
        lanes.stream()
            .filter(lane -> known.others().contains(lane))
            .filter(lane -> lane.obstacle(home, Jit.AUTO).isPresent())
            .toList();
    return new LaneChoice(
        lanes.stream().filter(lane -> !missing.contains(lane)).toList(),
        Stream.concat(missing.stream().map(Lane::id), leftOut.stream()).toList());
  }

  /// What is left out, in words; empty if nothing is.
  public Optional<String> notice() {
    return leftOut.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "left out "
                + String.join(", ", leftOut)
                + ": not installed here; 'duet list --lanes' names what is");
  }

  /// Refuses to play on no lane.
  ///
  /// @throws InputFault when all are left out
  public void check() throws InputFault {
    if (lanes.isEmpty()) {
      throw new InputFault(
          InputFault.Fault.NOTHING_TO_PLAY,
          "there is no " + String.join(" and no ", leftOut) + " on this machine",
          "'duet list --lanes' names the lanes that are.");
    }
  }
}
