package duet.lane;

/// Whether a guest language is compiled to machine code while it runs, where that is for us to
/// decide. Java always is.
public enum Jit {
  /// Where it is possible.
  AUTO,
  /// Always.
  ON,
  /// Never: the language is interpreted.
  OFF
}
