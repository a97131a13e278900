package duet.repl;

import duet.lane.protocol.HostMessage.Response;
import duet.lane.protocol.HostOrder.Completeness;
import duet.lane.protocol.HostOrder.Topic;
import duet.run.LiveSession;
import java.util.List;

/// Asks the live sessions about code that the user is typing: whether it is complete, and how a
/// word could go on.
final class CodeAssistant {
  /// The beginning of a command in a live session.
  static final String COMMAND = "%";

  /// Whether an input is complete.
  ///
  /// @param indent the indentation of the next line, if the input is incomplete
  record Examined(Completeness completeness, int indent) {
    private static final Examined WHOLE = new Examined(Completeness.COMPLETE, 0);
  }

  /// The completions of the word before the cursor.
  ///
  /// @param from the index at which that word begins
  record Suggested(List<String> items, int from) {}

  private final LiveSessions sessions;

  CodeAssistant(LiveSessions sessions) {
    this.sessions = sessions;
  }

  /// Examines an input. If no session can tell, the input counts as complete: evaluating it shows
  /// what is wrong.
  Examined examine(PromptMode mode, String text) {
    if (mode.isSnippet()) {
      String last = text.substring(text.lastIndexOf('\n') + 1);
      boolean whole = last.isBlank();
      return new Examined(
          whole ? Completeness.COMPLETE : Completeness.INCOMPLETE, indentOf(mode, text, last));
    }
    if (!mode.isLive() || text.isBlank() || text.startsWith(COMMAND)) {
      return Examined.WHOLE;
    }
    try {
      Response answer = sessions.ask(mode, Topic.EXAMINE, "typed", text, text.length());
      return answer.good()
          ? new Examined(Completeness.valueOf(answer.text()), answer.at())
          : Examined.WHOLE;
    } catch (LiveSession.SessionEnded e) {
      return Examined.WHOLE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Examined.WHOLE;
    }
  }

  /// Completes a word of a live language.
  Suggested complete(PromptMode mode, String text, int cursor) {
    try {
      Response answer = sessions.ask(mode, Topic.COMPLETE, "typed", text, cursor);
      return new Suggested(answer.items(), answer.at());
    } catch (LiveSession.SessionEnded e) {
      return new Suggested(List.of(), cursor);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Suggested(List.of(), cursor);
    }
  }

  /// The next line of a snippet has the indentation of the last one, plus one step if that line
  /// opens a block.
  private static int indentOf(PromptMode mode, String text, String last) {
    int own = last.length() - last.stripLeading().length();
    String end = last.strip();
    int step = mode.session().indent();
    boolean opens = end.endsWith(":") || end.endsWith("{") || end.endsWith("->");
    return text.isBlank() ? 0 : opens ? own + step : own;
  }
}
