package duet.console;

import java.io.IOException;

/// What is written does not arrive any more: nobody reads it, as after `duet run … | head -1`,
/// which is no fault of anybody's, or there is no room for it. Whoever wrote stops.
public final class OutputClosed extends RuntimeException {
  OutputClosed(IOException cause) {
    super(cause);
  }

  /// What went wrong, empty where only nobody reads any more.
  public String fault() {
    String message = String.valueOf(getCause() == null ? null : getCause().getMessage());
    return message.contains("Broken pipe") || message.contains("Input/output error") ? "" : message;
  }
}
