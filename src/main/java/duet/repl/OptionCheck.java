package duet.repl;

import duet.scenario.InputFault;

/// A command that can tell whether its options' values are possible without doing anything.
public interface OptionCheck {
  /// Looks at what was parsed last.
  ///
  /// @throws InputFault when a value is not possible
  void check() throws InputFault;
}
