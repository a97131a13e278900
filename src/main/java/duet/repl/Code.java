package duet.repl;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where in an input there is code, and in which language: all of it in a live session, or what
/// stands behind a command that takes code.
///
/// @param mode the language; [Mode#DUET] where there is none
/// @param from where it begins
record Code(Mode mode, int from) {
  private static final Pattern NAMED = Pattern.compile("\\s*(py|java)\\s+");
  private static final Pattern TIMED = Pattern.compile("\\s*%?(?:timeit|time)\\s+");
  private static final Pattern COMMAND = Pattern.compile("\\s*%?");

  /// The code in an input.
  static Code in(Mode mode, String text) {
    if (mode != Mode.DUET && !text.startsWith(Typing.COMMAND)) {
      return new Code(mode, 0);
    }
    int timed = endOf(TIMED, text);
    int name = endOf(COMMAND, text);
    return timed > 0
        ? timed(mode, text.substring(timed)).behind(timed)
        : named(text.substring(name)).behind(name);
  }

  /// The code behind a command that times it: the session's language, or the one it names.
  static Code timed(Mode mode, String text) {
    return mode.isLive() ? new Code(mode, 0) : named(text);
  }

  private static Code named(String text) {
    Matcher named = NAMED.matcher(text);
    if (!named.lookingAt()) {
      return new Code(Mode.DUET, 0);
    }
    boolean isPython = named.group(1).equals(Mode.PYTHON.word());
    return new Code(isPython ? Mode.PYTHON : Mode.JAVA, named.end());
  }

  private static int endOf(Pattern beginning, String text) {
    Matcher matcher = beginning.matcher(text);
    return matcher.lookingAt() ? matcher.end() : 0;
  }

  private Code behind(int before) {
    return mode == Mode.DUET ? this : new Code(mode, before + from);
  }
}
