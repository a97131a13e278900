package duet.repl;

import duet.lane.Lanes;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The languages that have live sessions, each with its mode of the prompt.
record LiveLanguages(List<PromptMode> modes) {
  private static final Pattern TIMED = Pattern.compile("\\s*%?(?:timeit|time)\\s+");
  private static final Pattern COMMAND = Pattern.compile("\\s*%?");

  LiveLanguages {
    modes = List.copyOf(modes);
  }

  /// The languages of the usual lanes, which play by default.
  static LiveLanguages of(Lanes lanes) {
    return new LiveLanguages(
        lanes.usual().stream()
            .filter(lane -> lane.description().session().isPresent())
            .map(PromptMode::live)
            .toList());
  }

  /// The commands that start sessions.
  List<String> words() {
    return modes.stream().map(PromptMode::word).toList();
  }

  /// Joins a text about each language.
  String joined(String separator, Function<PromptMode, String> told) {
    return modes.stream().map(told).collect(Collectors.joining(separator));
  }

  /// The code in an input.
  CodeSpan codeIn(PromptMode mode, String text) {
    if (!mode.isForCommands() && !text.startsWith(CodeAssistant.COMMAND)) {
      return new CodeSpan(mode, 0);
    }
    int timed = endOf(TIMED, text);
    int name = endOf(COMMAND, text);
    return timed > 0
        ? timed(mode, text.substring(timed)).shiftedBy(timed)
        : named(text.substring(name)).shiftedBy(name);
  }

  /// The code after `time` or `timeit`, in the session's language or in the one that it names.
  CodeSpan timed(PromptMode mode, String text) {
    return mode.isLive() ? new CodeSpan(mode, 0) : named(text);
  }

  private CodeSpan named(String text) {
    for (PromptMode mode : modes) {
      int end = endOf(Pattern.compile("\\s*" + Pattern.quote(mode.word()) + "\\s+"), text);
      if (end > 0) {
        return new CodeSpan(mode, end);
      }
    }
    return new CodeSpan(PromptMode.DUET, 0);
  }

  private static int endOf(Pattern beginning, String text) {
    Matcher matcher = beginning.matcher(text);
    return matcher.lookingAt() ? matcher.end() : 0;
  }
}
