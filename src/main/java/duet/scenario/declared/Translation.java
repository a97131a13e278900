package duet.scenario.declared;

import duet.scenario.InputFault;
import duet.scenario.file.FileBounds;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The translation of what `lesson.md` declares: the module's title, and the titles, questions,
/// answers, tasks and hints. It is in the front matter of a lesson in another language.
///
/// @param title the module's title; empty where it is not translated
/// @param words translations by the English text
public record Translation(String title, Map<String, String> words) {
  /// No translation: everything stays English.
  public static final Translation NONE = new Translation("", Map.of());

  public Translation {
    var byKey = new LinkedHashMap<String, String>();
    words.forEach((english, own) -> byKey.put(key(english), own));
    words = Map.copyOf(byKey);
  }

  /// The translation in the front matter of a lesson.
  ///
  /// @throws InputFault when it cannot be read, or declares anything but a title and words
  public static Translation of(Path lesson) throws InputFault {
    var entries = new YamlFile(lesson);
    Map<?, ?> top = FrontMatter.top(entries, lesson, FileBounds.NONE);
    entries.checkKeys(top, List.of("title", "words"), "a translation");
    var words = new LinkedHashMap<String, String>();
    if (top.get("words") != null) {
      entries
          .map(top.get("words"), "'words'")
          .forEach((english, own) -> words.put(String.valueOf(english), String.valueOf(own)));
    }
    String title = entries.text(top, "title");
    entries.finish();
    return new Translation(title, words);
  }

  /// A text in this language, or in English where there is no translation.
  public String of(String english) {
    return found(english).orElse(english);
  }

  /// The translation of a text, if there is one.
  public Optional<String> found(String english) {
    return Optional.ofNullable(words.get(key(english)));
  }

  /// Markdown ignores the kind and number of spaces.
  private static String key(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
