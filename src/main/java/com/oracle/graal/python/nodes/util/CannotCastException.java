package com.oracle.graal.python.nodes.util;

/// Takes the place of the class of this name in GraalPy 25. There it is a `ControlFlowException`,
/// which no Python code can catch: a value that GraalPy forgot to check ended the script without a
/// line of it. As another exception it becomes a `SystemError` of Python's.
@SuppressWarnings({"serial", "StaticAssignmentOfThrowable"}) // as in GraalPy, without a stack
public final class CannotCastException extends RuntimeException {
  /// What GraalPy throws.
  public static final CannotCastException INSTANCE = new CannotCastException();

  private CannotCastException() {
    super(null, null, false, false);
  }
}
