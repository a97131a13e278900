package duet.compare;

import duet.compare.BrokenExpectation.About;

/// An expectation of which nobody can tell whether it was met: the machine did not give the threads
/// the cores that they could have used.
///
/// @param about what kind of expectation it is
/// @param lane the lane that it concerns; empty if it concerns all lanes together
/// @param expected what was expected
/// @param came what happened instead, and what the machine had to do with it
public record UndecidedExpectation(About about, String lane, String expected, String came) {
  /// The end of what came where the machine held up a thread whose line says how far another is.
  static final String MOVED = ", but waits for a core may have changed what it printed";

  /// What was expected and what happened, in one sentence.
  public String sentence() {
    return (lane.isEmpty() ? "" : lane + ": ") + "not decided: expected " + expected + "; " + came;
  }

  /// Whether another one says the same of another play.
  boolean isLike(UndecidedExpectation other) {
    return about == other.about && lane.equals(other.lane) && expected.equals(other.expected);
  }
}
