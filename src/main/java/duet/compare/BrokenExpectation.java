package duet.compare;

import duet.lane.protocol.HostMessage.Line;
import java.util.List;

/// An expectation that a play did not meet.
///
/// @param about what kind of expectation it is
/// @param lane the lane that did not meet it; empty if it concerns all lanes together
/// @param expected what was expected
/// @param came what happened instead
/// @param parts the excerpts of the logs that show it
public record BrokenExpectation(
    About about, String lane, String expected, String came, List<Excerpt> parts) {
  /// What an expectation can be about.
  public enum About {
    OUTCOME,
    LINES,
    ORDER,
    WALL,
    CPU,
    RESULT,
    OUTPUT
  }

  /// Consecutive lines of a log.
  ///
  /// @param lane whose log it is
  /// @param before how many lines come before
  /// @param after how many lines follow
  public record Excerpt(String lane, List<Line> lines, int before, int after) {
    public Excerpt {
      lines = List.copyOf(lines);
    }
  }

  public BrokenExpectation {
    parts = List.copyOf(parts);
  }

  /// What was expected and what happened, in one sentence.
  public String sentence() {
    return (lane.isEmpty() ? "" : lane + ": ") + "expected " + expected + "; " + came;
  }
}
