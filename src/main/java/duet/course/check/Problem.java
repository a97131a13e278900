package duet.course.check;

import java.nio.file.Path;

/// Something that is wrong with a course.
///
/// @param file where
/// @param line in which line of it, from 1; 0 where that is all of it
/// @param what what is wrong, in one sentence
public record Problem(Path file, int line, String what) {
  /// As compilers put it: file, line, what.
  public String text() {
    return file + (line > 0 ? ":" + line : "") + ": " + what;
  }
}
