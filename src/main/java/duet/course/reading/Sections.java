package duet.course.reading;

import duet.course.learner.CourseContext;
import duet.course.lesson.LessonText;
import duet.course.lesson.LessonText.Section;
import duet.scenario.InputFault;
import duet.scenario.found.ModuleFolder;
import java.util.List;
import java.util.Set;

/// The sections of a lesson in the learner's language, and their names in the learner's progress.
/// These names are the English ones, so that a learner can change the language in between.
///
/// @param anchors the name of each section, in their order
record Sections(List<Section> all, List<String> anchors) {
  Sections {
    all = List.copyOf(all);
    anchors = List.copyOf(anchors);
  }

  /// The sections of a module's lesson in the learner's language.
  ///
  /// @throws InputFault when it cannot be read
  static Sections of(CourseContext courseContext, ModuleFolder module) throws InputFault {
    return of(
        LessonText.of(courseContext.lesson(module).orElseThrow()).sections(),
        LessonText.of(module.lesson(ModuleFolder.ENGLISH).orElseThrow()).sections());
  }

  /// A translation with a different number of sections uses its own names; `duet check` reports it.
  static Sections of(List<Section> all, List<Section> english) {
    List<Section> named = all.size() == english.size() ? english : all;
    return new Sections(all, named.stream().map(Section::anchor).toList());
  }

  int size() {
    return all.size();
  }

  /// How many of them the learner has read.
  long count(Set<String> read) {
    return anchors.stream().filter(read::contains).count();
  }

  /// The section to continue with: the one after the last that the learner has read, even if others
  /// were added, removed or renamed; the first one after the end.
  int next(Set<String> read) {
    for (int i = size() - 1; i >= 0; i--) {
      if (read.contains(anchors.get(i))) {
        return (i + 1) % size();
      }
    }
    return 0;
  }
}
