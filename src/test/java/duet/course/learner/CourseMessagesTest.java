package duet.course.learner;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CourseMessagesTest {
  @Test
  void theLanguageIsAskedForOrThatOfTheLocale() {
    assertEquals("zh", CourseMessages.of("", Map.of("LANG", "zh_CN.UTF-8")).language());
    assertEquals(
        "en", CourseMessages.of("", Map.of("LANG", "zh_CN.UTF-8", "LC_ALL", "en_GB")).language());
    assertEquals("en", CourseMessages.of("", Map.of("LC_ALL", "C.UTF-8")).language());
    assertEquals("en", CourseMessages.of("en", Map.of("LANG", "zh_CN.UTF-8")).language());
  }

  @Test
  void anotherLanguageThanOursIsEnglish() {
    assertEquals("The course", new CourseMessages("fr").say("contents.title"));
    assertEquals("课程", new CourseMessages("zh").say("contents.title"));
    assertEquals(
        "You are at 'x'. 'y' continues there.", new CourseMessages("en").say("left", "x", "y"));
  }

  /// The same sentences, with the same blanks.
  @Test
  void everySentenceIsThereInEachLanguage() throws IOException {
    assertEquals(blanks("messages.properties"), blanks("messages_zh.properties"));
  }

  private static Map<String, String> blanks(String name) throws IOException {
    var sentences = new Properties();
    try (Reader text =
        new InputStreamReader(
            Objects.requireNonNull(CourseMessages.class.getResourceAsStream(name)),
            StandardCharsets.UTF_8)) {
      sentences.load(text);
    }
    var blanks = new TreeMap<String, String>();
    sentences.forEach(
        (key, sentence) -> {
          var sorted = new java.util.TreeSet<String>();
          java.util.regex.Pattern.compile("\\{\\d}")
              .matcher(String.valueOf(sentence))
              .results()
              .forEach(found -> sorted.add(found.group()));
          blanks.put(String.valueOf(key), sorted.toString());
        });
    return blanks;
  }
}
