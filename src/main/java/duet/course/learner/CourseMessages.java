package duet.course.learner;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/// What Duet itself says to a learner, in the learner's language.
///
/// @param language such as `en` or `zh`
public record CourseMessages(String language) {
  /// The language that was asked for, or else that of the locale (`LC_ALL`, `LC_MESSAGES`, `LANG`,
  /// the first of them that is set, as POSIX has it).
  public static CourseMessages of(String asked, Map<String, String> environment) {
    String locale = asked;
    for (String name : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
      locale = locale.isEmpty() ? environment.getOrDefault(name, "") : locale;
    }
    String language = locale.replaceAll("[_.@-].*", "").toLowerCase(Locale.ROOT);
    return new CourseMessages(language.matches("[a-z]{2,3}") ? language : "en");
  }

  /// A sentence with its blanks filled in; English where there is no other.
  public String say(String key, Object... arguments) {
    ResourceBundle sentences =
        ResourceBundle.getBundle(
            "duet.course.learner.messages",
            Locale.of(language),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    return new MessageFormat(sentences.getString(key), Locale.ROOT).format(arguments);
  }
}
