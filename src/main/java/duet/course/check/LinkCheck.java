package duet.course.check;

import duet.course.lesson.LessonText;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/// Checks that the links of a lesson lead to files and headings that exist.
record LinkCheck(LessonText text, Problems problems) {
  void check(Node node, String destination) {
    if (destination.matches("[a-z]+:.*")) {
      return; // a site, which may be out of reach today
    }
    int hash = destination.indexOf('#');
    String path = decoded(hash < 0 ? destination : destination.substring(0, hash));
    String anchor = hash < 0 ? "" : decoded(destination.substring(hash + 1));
    Path folder = Objects.requireNonNull(text.file().toAbsolutePath().getParent());
    if (path.isEmpty() && !anchors(text.document()).contains(anchor)) {
      problems.add(text.file(), text.line(node), "there is no heading " + destination);
    } else if (!path.isEmpty() && !leadsSomewhere(folder.resolve(path), anchor)) {
      problems.add(text.file(), text.line(node), "the link to " + destination + " leads nowhere");
    }
  }

  /// A link as its author means it: with spaces, and with letters that are not in ASCII.
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text; // its percent sign is a percent sign
    }
  }

  private static boolean leadsSomewhere(Path file, String anchor) {
    if (anchor.isEmpty() || !file.toString().endsWith(".md")) {
      return Files.exists(file);
    }
    try {
      return anchors(LessonText.parse(Files.readString(file))).contains(anchor);
    } catch (IOException e) {
      return false;
    }
  }

  /// The names of all headings, in their order.
  static List<String> anchors(Node document) {
    return LessonText.children(document).stream()
        .filter(Heading.class::isInstance)
        .map(heading -> LessonText.anchorOf(LessonText.plain(heading)))
        .toList();
  }
}
