package duet.course.check;

import duet.scenario.Exercise;
import duet.scenario.InputFault;
import duet.scenario.Question;
import duet.scenario.declared.Translation;
import duet.scenario.found.ModuleFolder;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Checks that a translated lesson says what the English one says, and plays the same.
record TranslationCheck(ModuleFolder module, LessonCheck english, LessonCheck translated) {
  private static final int LONGEST_QUOTE = 60;

  /// @throws InputFault when the translation's head is not understood
  void check(Problems problems) throws InputFault {
    checkWords(Translation.of(translated.file()), problems);
    if (!translated.commands().equals(english.commands())) {
      problems.add(translated.file(), "its 'duet' blocks differ from those of lesson.md");
    }
    if (translated.sections() != english.sections()) {
      problems.add(
          translated.file(),
          "it has "
              + (translated.sections() == 1 ? "1 section" : translated.sections() + " sections")
              + ", but lesson.md has "
              + english.sections());
    }
  }

  /// A translation has words for everything that the lesson declares, and for nothing else.
  private void checkWords(Translation translation, Problems problems) {
    if (translation.title().isEmpty()) {
      problems.add(translated.file(), "it has no title");
    }
    Set<String> texts = texts();
    for (String text : texts) {
      if (translation.found(text).isEmpty()) {
        problems.add(translated.file(), "'words' does not translate '" + abridged(text) + "'");
      }
    }
    var known = new Translation("", texts.stream().collect(Collectors.toMap(t -> t, t -> t)));
    for (String text : translation.words().keySet()) {
      if (known.found(text).isEmpty()) {
        problems.add(
            translated.file(),
            "'words' translates '" + abridged(text) + "', which lesson.md does not have");
      }
    }
  }

  private Set<String> texts() {
    var texts = new LinkedHashSet<String>();
    for (List<Question> questions : module.questions().values()) {
      for (Question question : questions) {
        texts.add(question.ask());
        question.choices().forEach(choice -> texts.add(choice.label()));
      }
    }
    for (Exercise exercise : module.exercises()) {
      texts.add(exercise.title());
      texts.add(exercise.task().strip());
      texts.addAll(exercise.hints());
    }
    texts.removeIf(one -> one.isBlank() || isCode(one));
    return texts;
  }

  /// Names of threads and calls are the same in every language.
  private static boolean isCode(String text) {
    return text.matches("[\\w.]*[\\d_()][\\w.()]*");
  }

  private static String abridged(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() > LONGEST_QUOTE ? line.substring(0, LONGEST_QUOTE) + "…" : line;
  }
}
