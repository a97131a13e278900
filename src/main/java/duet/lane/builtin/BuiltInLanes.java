package duet.lane.builtin;

import duet.lane.Lanes;
import duet.lane.cpython.CPythonLane;
import duet.lane.java.JavaLane;
import duet.lane.python.PythonLane;
import java.util.List;

/// The lanes that come with Duet.
public final class BuiltInLanes {
  private BuiltInLanes() {}

  /// A new lane is registered here: among the first ones when it plays unless others are asked for,
  /// or else among the second ones. Pythons of this machine are looked for when they are needed.
  public static Lanes lanes() {
    return new Lanes(
        List.of(new PythonLane(), new JavaLane()),
        List.of(),
        () -> CPythonLane.found(System.getenv()));
  }
}
