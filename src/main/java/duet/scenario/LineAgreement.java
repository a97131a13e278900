package duet.scenario;

/// What a scenario's author says about the lines that its lanes print.
public sealed interface LineAgreement {
  /// Both lanes print the same multiset of lines on standard output, once masked.
  record SameLines() implements LineAgreement {}

  /// The lines differ by nature.
  ///
  /// @param why the reason, shown to the learner
  record DifferentLines(String why) implements LineAgreement {}

  /// Nothing was declared, as for a learner's own files.
  record Undeclared() implements LineAgreement {}
}
