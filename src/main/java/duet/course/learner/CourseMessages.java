package duet.course.learner;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/// Duet's own messages to a learner, in the learner's language.
///
/// @param language such as `en` or `zh`
public record CourseMessages(String language) {
  /// Messages in the requested language, or else in that of the locale: the first of `LC_ALL`,
  /// `LC_MESSAGES` and `LANG` that is set (POSIX).
  public static CourseMessages of(String asked, Map<String, String> environment) {
    String locale = asked;
    for (String name : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
      locale = locale.isEmpty() ? environment.getOrDefault(name, "") : locale;
    }
    String language = locale.replaceAll("[_.@-].*", "").toLowerCase(Locale.ROOT);
    return new CourseMessages(language.matches("[a-z]{2,3}") ? language : "en");
  }

  /// A message with its arguments, in English where it is not translated.
  public String say(String key, Object... arguments) {
    ResourceBundle sentences =
        ResourceBundle.getBundle(
            "duet.course.learner.messages",
            Locale.of(language),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    return new MessageFormat(sentences.getString(key), Locale.ROOT).format(arguments);
  }
}
