package duet.lane.python.runtime;

import java.util.Optional;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;

/// How a Python script has exited: by `SystemExit`, which `sys.exit` raises, or by `os._exit`.
///
/// @param status as the script gave it
/// @param isAbrupt whether it was `os._exit`, after which nothing of the script runs
public record ScriptExit(int status, boolean isAbrupt) {
  private static final String CODE = "code";

  /// The exit that is told by an exception, if it tells one. GraalPy 25 tells status 1 of every
  /// `SystemExit`, so the exception's own code counts.
  public static Optional<ScriptExit> of(PolyglotException ended) {
    if (!ended.isExit()) {
      return Optional.empty();
    }
    Value error = ended.getGuestObject();
    boolean isAbrupt = error == null || !error.hasMember(CODE);
    return Optional.of(
        new ScriptExit(isAbrupt ? ended.getExitStatus() : status(error.getMember(CODE)), isAbrupt));
  }

  /// What CPython makes of a code: nothing and `False` are good, other things but numbers are bad.
  private static int status(Value code) {
    if (code.isBoolean()) {
      return code.asBoolean() ? 1 : 0;
    }
    return code.isNull() ? 0 : code.fitsInInt() ? code.asInt() : 1;
  }

  /// Whether it says that all is well. A system keeps eight bits of a status.
  public boolean isGood() {
    return (status & 0xff) == 0;
  }
}
