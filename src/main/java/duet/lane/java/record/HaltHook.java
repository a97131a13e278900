package duet.lane.java.record;

/// What is done before a script halts its process: what it has printed is sent. No shutdown hook
/// runs then.
public final class HaltHook {
  private static volatile Runnable hook = () -> {};

  private HaltHook() {}

  /// Sets what is done. It may wait, and throws nothing.
  public static void set(Runnable action) {
    hook = action;
  }

  /// The calling thread is about to halt the process.
  public static void run() {
    hook.run();
  }
}
