package duet.scenario;

/// Whether the lanes of a scenario print the same lines, according to its author.
public sealed interface LineAgreement {
  /// Both lanes print the same lines on standard output, masked, in any order.
  record SameLines() implements LineAgreement {}

  /// The lines differ by nature.
  ///
  /// @param why the reason, shown to the learner
  record DifferentLines(String why) implements LineAgreement {}

  /// Nothing was declared, as for a learner's own files.
  record Undeclared() implements LineAgreement {}
}
