package com.oracle.graal.python.runtime;

import duet.lane.python.observe.RecordedGil;

/// Takes the place of the class of this name in GraalPy 25, which is nothing but a fair
/// `ReentrantLock`: Duet's jar comes first on the class path. So GraalPy itself tells, at every
/// change of hands, who has the global interpreter lock and who waits for it.
@SuppressWarnings("serial")
final class PythonContext$GlobalInterpreterLock extends RecordedGil {
  /// Called by GraalPy, once for each context.
  public PythonContext$GlobalInterpreterLock() {}
}
