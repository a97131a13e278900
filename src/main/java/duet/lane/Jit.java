package duet.lane;

/// Whether Python is compiled to machine code while it runs. Java always is.
public enum Jit {
  /// Where it is possible.
  AUTO,
  /// Always.
  ON,
  /// Never: the language is interpreted.
  OFF
}
