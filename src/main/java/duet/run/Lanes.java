package duet.run;

import duet.lane.Lane;
import duet.lane.java.JavaLane;
import duet.lane.python.PythonLane;
import duet.scenario.InputFault;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Every lane there is, in the order in which they stand side by side.
public final class Lanes {
  /// A new language is registered here.
  public static final List<Lane> ALL = List.of(new PythonLane(), new JavaLane());

  private Lanes() {}

  /// The lanes with these ids.
  ///
  /// @throws InputFault when there is no such lane
  public static List<Lane> withIds(List<String> ids) throws InputFault {
    var lanes = new ArrayList<Lane>();
    for (String id : ids) {
      lanes.add(
          ALL.stream()
              .filter(lane -> lane.id().equals(id))
              .findFirst()
              .orElseThrow(() -> unknown(id)));
    }
    return List.copyOf(lanes);
  }

  private static InputFault unknown(String id) {
    String known = ALL.stream().map(Lane::id).collect(Collectors.joining(", "));
    return InputFault.usage("there is no lane '" + id + "'", "The lanes are: " + known + ".");
  }
}
