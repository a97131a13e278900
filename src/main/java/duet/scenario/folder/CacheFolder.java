package duet.scenario.folder;

import java.nio.file.Path;
import java.util.Map;

/// The folder of what Duet can make again, and what the user may delete at any time.
public final class CacheFolder {
  private CacheFolder() {}

  /// `$XDG_CACHE_HOME/duet`, by default `~/.cache/duet` (XDG Base Directory Specification). It may
  /// not exist yet.
  public static Path of(Map<String, String> environment) {
    return BaseFolder.of(environment, "XDG_CACHE_HOME", Path.of(".cache")).resolve("duet");
  }
}
