package duet.course.reading;

import duet.course.learner.Desk;
import duet.course.lesson.LessonText;
import duet.course.lesson.LessonText.Section;
import duet.scenario.InputFault;
import duet.scenario.found.ModuleFolder;
import java.util.List;
import java.util.Set;

/// The sections of a lesson as a learner reads it, and what they are called in his progress: as in
/// English, so that whoever goes on in another language goes on at the same place.
///
/// @param anchors of the sections, in their order
record Sections(List<Section> all, List<String> anchors) {
  Sections {
    all = List.copyOf(all);
    anchors = List.copyOf(anchors);
  }

  /// Of a module's lesson in the learner's language.
  ///
  /// @throws InputFault when it cannot be read
  static Sections of(Desk desk, ModuleFolder module) throws InputFault {
    return of(
        LessonText.of(desk.lesson(module).orElseThrow()).sections(),
        LessonText.of(module.lesson(ModuleFolder.ENGLISH).orElseThrow()).sections());
  }

  /// A translation that has other sections keeps its own names, and `duet check` tells its author.
  static Sections of(List<Section> all, List<Section> english) {
    List<Section> named = all.size() == english.size() ? english : all;
    return new Sections(all, named.stream().map(Section::anchor).toList());
  }

  int size() {
    return all.size();
  }

  /// How many of them were read.
  long count(Set<String> read) {
    return anchors.stream().filter(read::contains).count();
  }

  /// Where a learner goes on: behind the last one that was read, which survives sections that come,
  /// go or are renamed; at the beginning where that was the end.
  int next(Set<String> read) {
    for (int i = size() - 1; i >= 0; i--) {
      if (read.contains(anchors.get(i))) {
        return (i + 1) % size();
      }
    }
    return 0;
  }
}
