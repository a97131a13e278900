package duet.console;

import java.io.IOException;

/// Output can no longer be written: either its reader has gone, as after `duet run … | head -1`,
/// which is no error, or the disk is full. The writer then stops.
public final class OutputClosed extends RuntimeException {
  OutputClosed(IOException cause) {
    super(cause);
  }

  /// What went wrong; empty if only the reader has gone.
  public String fault() {
    String message = String.valueOf(getCause() == null ? null : getCause().getMessage());
    return message.contains("Broken pipe") || message.contains("Input/output error") ? "" : message;
  }
}
