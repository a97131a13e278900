package duet.repl;

import duet.scenario.InputFault;
import duet.scenario.ScriptNeeds;

/// A command that can check and tell its options without running.
public interface OptionCheck {
  /// Checks the options that were parsed last.
  ///
  /// @throws InputFault when a value is not possible
  void check() throws InputFault;

  /// What the options that were parsed last say that scripts need.
  ///
  /// @throws InputFault when a file is missing
  ScriptNeeds needs() throws InputFault;
}
