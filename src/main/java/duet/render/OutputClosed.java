package duet.render;

import java.io.IOException;

/// Nobody reads what is written any more, as after `duet run … | head -1`. No fault of anybody's:
/// whoever wrote stops.
public final class OutputClosed extends RuntimeException {
  OutputClosed(IOException cause) {
    super(cause);
  }
}
