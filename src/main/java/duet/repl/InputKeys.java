package duet.repl;

import java.util.List;
import java.util.Objects;
import org.jline.keymap.KeyMap;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.reader.impl.LineReaderImpl;

/// Key bindings of one mode that differ from JLine's: they indent code. Tab completes a word, but
/// indents if only spaces are before the cursor; there, backspace and the character that closes a
/// block remove one step of indentation.
final class InputKeys {
  private final LineReader reader;

  /// The number of spaces that indent a block; 0 in a mode without code.
  private final int step;

  /// The character that closes a block and is indented less; empty if the language has none.
  private final String closer;

  private InputKeys(LineReader reader, int step, String closer) {
    this.reader = reader;
    this.step = step;
    this.closer = closer;
  }

  /// Binds the keys in the reader of a mode.
  static void bind(LineReader reader, PromptMode mode) {
    var keys =
        mode.isForCommands()
            ? new InputKeys(reader, 0, "")
            : new InputKeys(reader, mode.session().indent(), mode.session().closer());
    keys.insertBrackets();
    keys.ignoreReports();
    if (!mode.isForCommands()) {
      keys.indent();
    }
  }

  /// JLine's own widgets for these remove a space before them.
  private void insertBrackets() {
    bindTo(LineReader.SELF_INSERT, ")", "]", "}");
  }

  /// Ignores the late answer of a slow terminal to JLine's queries (`CSI ? … c` and others,
  /// ECMA-48), which the user has not typed.
  private void ignoreReports() {
    reader.getWidgets().put("duet-report", this::skipReport);
    bindTo("duet-report", "\033[?");
  }

  private boolean skipReport() {
    int c = ((LineReaderImpl) reader).readCharacter();
    while (c >= ' ' && c < '@') {
      c = ((LineReaderImpl) reader).readCharacter();
    }
    return true;
  }

  private void indent() {
    reader.getWidgets().put("duet-tab", this::indentOrComplete);
    reader.getWidgets().put("duet-backspace", this::deleteIndentation);
    reader.getWidgets().put("duet-brace", this::closeBlock);
    bindTo("duet-tab", "\t");
    bindTo("duet-backspace", KeyMap.del(), KeyMap.ctrl('H'));
    if (!closer.isEmpty()) {
      bindTo("duet-brace", closer);
    }
  }

  private boolean indentOrComplete() {
    if (lineBefore().isBlank()) {
      reader.getBuffer().write(" ".repeat(step));
    } else {
      reader.callWidget(LineReader.EXPAND_OR_COMPLETE);
    }
    return true;
  }

  private boolean deleteIndentation() {
    String before = lineBefore();
    boolean indented = !before.isEmpty() && before.isBlank();
    int count = indented ? (before.length() - 1) % step + 1 : 1;
    for (int i = 0; i < count; i++) {
      reader.callWidget(LineReader.BACKWARD_DELETE_CHAR);
    }
    return true;
  }

  private boolean closeBlock() {
    String before = lineBefore();
    for (int i = 0; i < step && !before.isEmpty() && before.isBlank(); i++) {
      reader.callWidget(LineReader.BACKWARD_DELETE_CHAR);
    }
    reader.getBuffer().write(closer);
    return true;
  }

  private void bindTo(String widget, String... keys) {
    for (String map : List.of(LineReader.EMACS, LineReader.VIINS)) {
      Objects.requireNonNull(reader.getKeyMaps().get(map)).bind(new Reference(widget), keys);
    }
  }

  private String lineBefore() {
    String before = reader.getBuffer().upToCursor();
    return before.substring(before.lastIndexOf('\n') + 1);
  }
}
