package duet.course.check;

import java.nio.file.Path;

/// A problem of a course.
///
/// @param file the file that has it
/// @param line the line, from 1; 0 for the whole file
/// @param what what is wrong, in one sentence
public record Problem(Path file, int line, String what) {
  /// The problem as compilers print it: file, line, what.
  public String text() {
    return file + (line > 0 ? ":" + line : "") + ": " + what;
  }
}
