package duet.repl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The words of a command that is given again with more options. Each of them replaces what the
/// words said before: about the same option, or about one that excludes it.
record ReplacedOptions(CommandSpec command) {
  /// The earlier words that still count, and then the later ones.
  List<String> of(List<String> earlier, List<String> later) {
    var replaced = new HashSet<Object>();
    for (String word : later) {
      OptionSpec option = option(word);
      if (option != null) {
        replaced.addAll(choices(option));
      }
    }
    var words = new ArrayList<String>();
    for (int i = 0; i < earlier.size(); i++) {
      OptionSpec option = option(earlier.get(i));
      if (option == null || choices(option).stream().noneMatch(replaced::contains)) {
        words.add(earlier.get(i));
      } else if (option.arity().max() > 0 && !earlier.get(i).contains("=")) {
        i++; // its value goes too
      }
    }
    words.addAll(later);
    return words;
  }

  private @Nullable OptionSpec option(String word) {
    return word.startsWith("-") ? command.findOption(word.replaceFirst("=.*", "")) : null;
  }

  /// What an option decides: itself, and which of its group is chosen.
  private static Set<Object> choices(OptionSpec option) {
    ArgGroupSpec group = option.group();
    return group != null && group.exclusive() ? Set.of(option, group) : Set.of(option);
  }
}
