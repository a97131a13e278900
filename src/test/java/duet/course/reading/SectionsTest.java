package duet.course.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import duet.course.lesson.LessonText.Section;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SectionsTest {
  private static List<Section> sections(String... titles) {
    return Arrays.stream(titles).map(title -> new Section(title, List.of())).toList();
  }

  private static int next(List<Section> sections, String... read) {
    return Sections.of(sections, sections).next(Set.of(read));
  }

  @Test
  void oneGoesOnBehindTheLastThatWasRead() {
    List<Section> now = sections("One", "New", "Two", "Three");
    assertEquals(0, next(now));
    assertEquals(1, next(now, "one"));
    assertEquals(3, next(now, "one", "two"), "what came in between is not gone back to");
    assertEquals(1, next(now, "one", "gone"), "what is not there any more does not count");
    assertEquals(0, next(now, "one", "new", "two", "three"), "once more from the beginning");
  }

  @Test
  void theLanguageMayChangeOnTheWay() {
    Sections chinese = Sections.of(sections("一", "二"), sections("One", "Two"));
    assertEquals(1, chinese.next(Set.of("one")));
    assertEquals(1, chinese.count(Set.of("one")));
    Sections other = Sections.of(sections("一"), sections("One", "Two"));
    assertEquals(List.of("一"), other.anchors());
  }
}
