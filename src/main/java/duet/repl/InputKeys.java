package duet.repl;

import java.util.List;
import java.util.Objects;
import org.jline.keymap.KeyMap;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.reader.impl.LineReaderImpl;

/// What keys do in the lines of one mode, where that differs from JLine: they indent code. Tab
/// completes, except where nothing but an indentation stands before it; backspace takes such an
/// indentation back as a whole, and so does the brace that closes a block.
final class InputKeys {
  private static final int INDENT_PYTHON = 4;
  private static final int INDENT_JAVA = 2;

  private final LineReader reader;

  /// How far a block of code is indented.
  private final int step;

  private InputKeys(LineReader reader, int step) {
    this.reader = reader;
    this.step = step;
  }

  /// Makes a mode's reader do so.
  static void bind(LineReader reader, PromptMode mode) {
    boolean isPython = mode == PromptMode.PYTHON || mode == PromptMode.PYTHON_SNIPPET;
    var keys = new InputKeys(reader, isPython ? INDENT_PYTHON : INDENT_JAVA);
    keys.insertBrackets();
    keys.ignoreReports();
    if (mode != PromptMode.DUET) {
      keys.indent(!isPython);
    }
  }

  /// JLine's own widgets for these take a space away that stands before them.
  private void insertBrackets() {
    bindTo(LineReader.SELF_INSERT, ")", "]", "}");
  }

  /// What a slow terminal answers too late to a question of JLine's (`CSI ? … c` and the like,
  /// ECMA-48) is nothing that the user has typed.
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

  private void indent(boolean hasBraces) {
    reader.getWidgets().put("duet-tab", this::indentOrComplete);
    reader.getWidgets().put("duet-backspace", this::deleteIndentation);
    reader.getWidgets().put("duet-brace", this::closeBlock);
    bindTo("duet-tab", "\t");
    bindTo("duet-backspace", KeyMap.del(), KeyMap.ctrl('H'));
    if (hasBraces) {
      bindTo("duet-brace", "}");
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
    reader.getBuffer().write('}');
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
