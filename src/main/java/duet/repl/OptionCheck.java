package duet.repl;

import duet.scenario.InputFault;

/// A command that can check its options without running.
public interface OptionCheck {
  /// Checks the options that were parsed last.
  ///
  /// @throws InputFault when a value is not possible
  void check() throws InputFault;
}
