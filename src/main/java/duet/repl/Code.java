package duet.repl;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where in an input there is code, and in which language: all of it in a live session, or what
/// stands behind a command that takes code.
///
/// @param mode the language; [Mode#DUET] where there is none
/// @param from where it begins
record Code(Mode mode, int from) {
  private static final Pattern NAMED =
      Pattern.compile("\\s*%?(?:timeit\\s+|time\\s+)?(py|java)\\s+");
  private static final Pattern TIMED = Pattern.compile("\\s*%(?:timeit|time)\\s+");

  /// The code in an input.
  static Code in(Mode mode, String text) {
    boolean isCommand = mode == Mode.DUET || text.startsWith(Typing.COMMAND);
    if (!isCommand) {
      return new Code(mode, 0);
    }
    Matcher named = NAMED.matcher(text);
    if (named.lookingAt()) {
      return List.of(Mode.PYTHON, Mode.JAVA).stream()
          .filter(language -> language.word().equals(named.group(1)))
          .map(language -> new Code(language, named.end()))
          .findFirst()
          .orElseThrow();
    }
    Matcher timed = TIMED.matcher(text);
    return mode.isLive() && timed.lookingAt()
        ? new Code(mode, timed.end())
        : new Code(Mode.DUET, 0);
  }
}
