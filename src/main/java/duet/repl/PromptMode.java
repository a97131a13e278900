package duet.repl;

import duet.lane.Lane;
import duet.run.Lanes;
import java.util.Optional;

/// What the prompt is for.
enum PromptMode {
  DUET("duet", "", false),
  PYTHON("py", "python", false),
  JAVA("java", "java", false),
  PYTHON_SNIPPET("python", "python", true),
  JAVA_SNIPPET("java", "java", true);

  private final String prompt;
  private final String lane;
  private final boolean snippet;

  PromptMode(String prompt, String lane, boolean snippet) {
    this.prompt = prompt;
    this.lane = lane;
    this.snippet = snippet;
  }

  /// The prompt's first word.
  String word() {
    return prompt;
  }

  /// What stands before an input.
  String prompt() {
    return prompt + (snippet ? " │ " : "> ");
  }

  /// What stands before the further lines of an input.
  String continuation() {
    return " ".repeat(prompt.length()) + (snippet ? " │ " : "… ");
  }

  /// The language that is typed, if it is one.
  Optional<Lane> lane() {
    return Lanes.ALL.stream().filter(known -> known.id().equals(lane)).findFirst();
  }

  /// Whether inputs are evaluated in a live session.
  boolean isLive() {
    return !lane.isEmpty() && !snippet;
  }

  /// Whether an input ends with an empty line, whatever the language thinks of it.
  boolean isSnippet() {
    return snippet;
  }
}
