package duet.manual;

import duet.scenario.folder.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The manual, whose pages are the topics of `help`.
public record Manual(Home home) {
  private static final String SUFFIX = ".md";

  /// The topics in alphabetical order; none where Duet has no manual beside it.
  public List<String> topics() throws IOException {
    if (!Files.isDirectory(home.manual())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(home.manual())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(SUFFIX))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()))
          .sorted()
          .toList();
    }
  }

  /// The page of a topic that there is.
  ManualPage page(String topic) throws IOException {
    return ManualPage.of(Files.readString(home.manual().resolve(topic + SUFFIX)));
  }

  /// What a reader asks for instead of following a link from a page: a command that begins with
  /// `help`, or a file of the checkout. Empty where the link stays on its page or leaves Duet.
  ///
  /// @param help the command that shows pages, such as `duet help`
  String followed(String link, String help) {
    String address = link.replaceFirst("#.*", "");
    if (address.isEmpty() || address.contains(":")) {
      return "";
    }
    Path folder = home.manual().toAbsolutePath().normalize();
    Path file = folder.resolve(address).normalize();
    if (folder.equals(file.getParent()) && address.endsWith(SUFFIX)) {
      String name = file.getFileName().toString();
      return help + " " + name.substring(0, name.length() - SUFFIX.length());
    }
    return home.root().toAbsolutePath().normalize().relativize(file).toString();
  }
}
