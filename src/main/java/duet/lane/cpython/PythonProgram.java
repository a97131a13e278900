package duet.lane.cpython;

import java.nio.file.Path;

/// A Python that is installed on this machine.
///
/// @param lane the id of the lane that plays on it: `cpython-3.13`, `cpython-3.14t` for a
///   free-threaded build, or `cpython` for the one that `python3` starts
/// @param file its executable
record PythonProgram(String lane, Path file) {
  /// Whether its name says that it is free-threaded: it has no global interpreter lock.
  boolean isFreeThreaded() {
    return lane.endsWith("t");
  }
}
