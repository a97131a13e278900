package duet.scenario.declared;

import duet.scenario.InputFault;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the head of a lesson in another language says: what the module is called there, and for the
/// titles, questions, answers, tasks and hints that `lesson.md` declares what they are there.
///
/// @param words by the English text
public record Translation(String title, Map<String, String> words) {
  /// English as it is.
  public static final Translation NONE = new Translation("", Map.of());

  public Translation {
    var byKey = new LinkedHashMap<String, String>();
    words.forEach((english, own) -> byKey.put(key(english), own));
    words = Map.copyOf(byKey);
  }

  /// Of the lesson in a file.
  ///
  /// @throws InputFault when it cannot be read, or declares more than words
  public static Translation of(Path lesson) throws InputFault {
    var entries = new YamlFile(lesson);
    Map<?, ?> top = FrontMatter.top(lesson);
    entries.checkKeys(top, List.of("title", "words"), "a translation");
    var words = new LinkedHashMap<String, String>();
    if (top.get("words") != null) {
      entries
          .map(top.get("words"), "'words'")
          .forEach((english, own) -> words.put(String.valueOf(english), String.valueOf(own)));
    }
    return new Translation(YamlFile.string(top, "title"), words);
  }

  /// A text in this language; as it is where nobody has translated it.
  public String of(String english) {
    return found(english).orElse(english);
  }

  /// The translation of a text, if there is one.
  public Optional<String> found(String english) {
    return Optional.ofNullable(words.get(key(english)));
  }

  /// Line ends and spaces say nothing in Markdown.
  private static String key(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
