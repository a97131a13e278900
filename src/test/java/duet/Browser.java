package duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.imageio.ImageIO;

/// A page as a browser shows it: headless Chromium, where that is installed.
final class Browser {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

  private Browser() {}

  /// Makes a screenshot beside the page, and returns the colours on it.
  ///
  /// @param fragment what follows `#` in its address, or nothing
  static Set<Integer> colours(Path page, String fragment, int height) throws Exception {
    assumeTrue(Files.isExecutable(CHROMIUM), "there is no Chromium here");
    Path folder = Objects.requireNonNull(page.toAbsolutePath().getParent());
    Path picture = folder.resolve("page.png");
    Duet seen =
        Duet.exec(
            folder,
            Map.of("HOME", folder.toString()),
            List.of(
                CHROMIUM.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--window-size=1200," + height,
                "--screenshot=" + picture,
                page.toUri() + fragment));
    assertEquals(0, seen.status(), seen.err());
    var image = ImageIO.read(picture.toFile());
    var colours = new HashSet<Integer>();
    for (int x = 0; x < image.getWidth(); x += 3) {
      for (int y = 0; y < image.getHeight(); y += 3) {
        colours.add(image.getRGB(x, y) & 0xffffff);
      }
    }
    return colours;
  }
}
