package duet.lane.java.compile;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Loads the classes and resources of the libraries that a script uses.
public final class Libraries {
  private Libraries() {}

  /// A loader of the JDK's classes, and then of those of some jar files and folders.
  public static ClassLoader loader(List<Path> classPath) {
    ClassLoader jdk = ClassLoader.getPlatformClassLoader();
    if (classPath.isEmpty()) {
      return jdk;
    }
    var urls = new ArrayList<URL>();
    for (Path library : classPath) {
      try {
        urls.add(library.toUri().toURL());
      } catch (MalformedURLException e) {
        throw new IllegalArgumentException(e); // every file has a URL
      }
    }
    return new URLClassLoader("libraries", urls.toArray(URL[]::new), jdk);
  }
}
