package duet.repl;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where in an input there is code, and in which language: all of it in a live session, or what
/// stands behind a command that takes code.
///
/// @param mode the language; [PromptMode#DUET] where there is none
/// @param from where it begins
record CodeSpan(PromptMode mode, int from) {
  private static final Pattern NAMED = Pattern.compile("\\s*(py|java)\\s+");
  private static final Pattern TIMED = Pattern.compile("\\s*%?(?:timeit|time)\\s+");
  private static final Pattern COMMAND = Pattern.compile("\\s*%?");

  /// The code in an input.
  static CodeSpan in(PromptMode mode, String text) {
    if (mode != PromptMode.DUET && !text.startsWith(CodeAssistant.COMMAND)) {
      return new CodeSpan(mode, 0);
    }
    int timed = endOf(TIMED, text);
    int name = endOf(COMMAND, text);
    return timed > 0
        ? timed(mode, text.substring(timed)).behind(timed)
        : named(text.substring(name)).behind(name);
  }

  /// The code behind a command that times it: the session's language, or the one it names.
  static CodeSpan timed(PromptMode mode, String text) {
    return mode.isLive() ? new CodeSpan(mode, 0) : named(text);
  }

  private static CodeSpan named(String text) {
    Matcher named = NAMED.matcher(text);
    if (!named.lookingAt()) {
      return new CodeSpan(PromptMode.DUET, 0);
    }
    boolean isPython = named.group(1).equals(PromptMode.PYTHON.word());
    return new CodeSpan(isPython ? PromptMode.PYTHON : PromptMode.JAVA, named.end());
  }

  private static int endOf(Pattern beginning, String text) {
    Matcher matcher = beginning.matcher(text);
    return matcher.lookingAt() ? matcher.end() : 0;
  }

  private CodeSpan behind(int before) {
    return mode == PromptMode.DUET ? this : new CodeSpan(mode, before + from);
  }
}
