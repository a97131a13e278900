package duet.repl;

import duet.lane.protocol.HostMessage.Response;
import duet.lane.protocol.HostOrder.Completeness;
import duet.lane.protocol.HostOrder.Topic;
import duet.run.LiveSession;
import java.util.List;

/// What the live languages know about code that is being typed.
final class CodeAssistant {
  /// In a live session, what begins so is a command.
  static final String COMMAND = "%";

  /// Whether an input could be evaluated as it is.
  ///
  /// @param indent how far the next line is indented, where it cannot
  record Examined(Completeness completeness, int indent) {
    private static final Examined WHOLE = new Examined(Completeness.COMPLETE, 0);
  }

  /// What the word before the cursor may become.
  ///
  /// @param from where that word begins
  record Suggested(List<String> items, int from) {}

  private final LiveSessions sessions;

  CodeAssistant(LiveSessions sessions) {
    this.sessions = sessions;
  }

  /// Looks at an input. Where no session can tell, it is complete, and evaluating it says more.
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

  /// A snippet's next line begins below its last one, and further in after what opens a block.
  private static int indentOf(PromptMode mode, String text, String last) {
    int own = last.length() - last.stripLeading().length();
    String end = last.strip();
    int step = mode.session().indent();
    boolean opens = end.endsWith(":") || end.endsWith("{") || end.endsWith("->");
    return text.isBlank() ? 0 : opens ? own + step : own;
  }
}
