package duet.course.check;

import duet.course.lesson.ClaimComment;
import duet.course.lesson.DeclaredClaims;
import duet.course.lesson.LessonText;
import duet.scenario.found.ModuleFolder;
import java.util.List;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;

/// Checks the comments that tie a lesson's claims and figures to its scenarios.
///
/// @param lanes the ids of the lanes
/// @param figures receives the figures that plays have to confirm
record ClaimCheck(
    ModuleFolder module,
    LessonText text,
    List<String> lanes,
    Problems problems,
    List<ClaimComment.Measured> figures) {
  /// Checks a comment within a line.
  void check(HtmlInline comment) {
    var before = new StringBuilder();
    for (Node n = comment.getPrevious(); n != null; n = n.getPrevious()) {
      before.insert(0, LessonText.plain(n));
    }
    ClaimComment.of(text.line(comment), comment.getLiteral(), before.toString(), lanes)
        .ifPresent(this::check);
  }

  /// Checks a comment that begins a line, so that Markdown takes the whole line as the comment.
  void check(HtmlBlock comment) {
    if (comment.getLiteral().matches("(?s)<!-- *(measured|shown by).*")) {
      problem(
          text.line(comment), "put the comment behind its claim, not at the beginning of a line");
    }
  }

  private void check(ClaimComment comment) {
    switch (comment) {
      case ClaimComment.Misspelt(int line, String why) -> problem(line, "the comment " + why);
      case ClaimComment.Measured measured -> {
        if (module.scenario(measured.scenario()).isEmpty()) {
          problem(measured.line(), "this module has no scenario " + measured.scenario());
        } else {
          figures.add(measured);
        }
      }
      case ClaimComment.Shown(int line, String scenario, String expectation) -> {
        if (module.scenario(scenario).filter(s -> DeclaredClaims.has(s, expectation)).isEmpty()) {
          problem(line, scenario + " declares no '" + expectation + "' that shows this");
        }
      }
    }
  }

  private void problem(int line, String what) {
    problems.add(text.file(), line, what);
  }
}
