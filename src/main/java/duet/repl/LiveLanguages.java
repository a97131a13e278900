package duet.repl;

import duet.lane.Lane;
import duet.lane.Lanes;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The languages that have live sessions, each with its mode of the prompt.
///
/// @param modes those of the lanes that play by default
/// @param lanes all lanes
record LiveLanguages(List<PromptMode> modes, Lanes lanes) {
  private static final Pattern TIMED = Pattern.compile("\\s*%?(?:timeit|time)\\s+");
  private static final Pattern COMMAND = Pattern.compile("\\s*%?");
  private static final Pattern FIRST_WORD = Pattern.compile("\\s*\\S+\\s+");

  LiveLanguages {
    modes = List.copyOf(modes);
  }

  static LiveLanguages of(Lanes lanes) {
    return new LiveLanguages(live(lanes.usual()), lanes);
  }

  private static List<PromptMode> live(List<Lane> lanes) {
    return lanes.stream()
        .filter(lane -> lane.description().session().isPresent())
        .map(PromptMode::live)
        .toList();
  }

  /// The modes of the lanes that play only when they are asked for.
  List<PromptMode> others() {
    return live(lanes.others());
  }

  /// The mode that a word starts, if it is one of [#others].
  Optional<PromptMode> other(String word) {
    return others().stream().filter(mode -> mode.word().equals(word)).findFirst();
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
    int word = endOf(FIRST_WORD, text);
    Optional<PromptMode> other =
        word > 0 ? other(text.substring(0, word).strip()) : Optional.empty();
    return other.map(mode -> new CodeSpan(mode, word)).orElse(new CodeSpan(PromptMode.DUET, 0));
  }

  private static int endOf(Pattern beginning, String text) {
    Matcher matcher = beginning.matcher(text);
    return matcher.lookingAt() ? matcher.end() : 0;
  }
}
