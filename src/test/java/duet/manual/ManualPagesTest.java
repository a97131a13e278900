package duet.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.scenario.folder.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The manual as it is written.
class ManualPagesTest {
  private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(?:#[^)]*)?\\)");
  private static final int LONGEST_README = 10_000;

  private final Home home = Home.find();
  private final Manual manual = new Manual(home);

  @Test
  void everyPageIsATopic() throws IOException {
    String[] files = home.manual().toFile().list();
    List<String> expected =
        Arrays.stream(files).map(name -> name.replaceFirst("\\.md$", "")).sorted().toList();
    assertEquals(expected, manual.topics());
    assertTrue(
        expected.containsAll(List.of("index", "command-line", "sandbox")), expected.toString());
  }

  @Test
  void everyPageBeginsWithATitleAndASentence() throws IOException {
    for (String topic : manual.topics()) {
      ManualPage page = manual.page(topic);
      assertTrue(page.text().startsWith("# "), topic);
      String summary = page.summary();
      assertTrue(summary.startsWith("This page ") && summary.endsWith("."), topic + ": " + summary);
    }
  }

  @Test
  void everyRelativeLinkLeadsToAFile() throws IOException {
    var files = new ArrayList<>(List.of(readme(), home.root().resolve(".github/CONTRIBUTING.md")));
    for (String topic : manual.topics()) {
      files.add(home.manual().resolve(topic + ".md"));
    }
    int links = 0;
    for (Path file : files) {
      var found = LINK.matcher(Files.readString(file));
      while (found.find()) {
        Path target = file.resolveSibling(found.group(1));
        assertTrue(Files.isRegularFile(target), () -> file + " links to " + target);
        links++;
      }
    }
    assertTrue(links > files.size(), links + " links");
  }

  @Test
  void theIndexLinksEveryOtherPage() throws IOException {
    String index = Files.readString(home.manual().resolve("index.md"));
    for (String topic : manual.topics()) {
      assertTrue(topic.equals("index") || index.contains("(" + topic + ".md)"), topic);
    }
  }

  @Test
  void theReadmeIsShort() throws IOException {
    long size = Files.size(readme());
    assertTrue(size <= LONGEST_README, size + " bytes");
  }

  @Test
  void linksSayWhatToAskFor() {
    assertEquals("help sandbox", manual.followed("sandbox.md", "help"));
    assertEquals("duet help log-format", manual.followed("log-format.md#kinds", "duet help"));
    assertEquals("README.md", manual.followed("../../../README.md", "help"));
    assertEquals("", manual.followed("#below", "help"));
    assertEquals("", manual.followed("https://example.org/a.md", "help"));
  }

  @Test
  void theFirstSentenceIsTheSummary() {
    assertEquals(
        "This page tells of `a.md` and b.",
        ManualPage.of("# Title\n\nThis page tells of `a.md`\nand b. More.\n\nText.\n").summary());
    assertEquals("", ManualPage.of("# Title\n").summary());
  }

  private Path readme() {
    return home.root().resolve("README.md");
  }
}
