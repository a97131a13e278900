package duet.lane.python.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import duet.scenario.file.UnreadableFile;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which text the bytes of a Python script are. What is expected is what CPython 3.12 makes of
/// them.
class PythonEncodingTest {
  private static final String MARK = "\u00ef\u00bb\u00bf";

  @ParameterizedTest
  @CsvSource({
    "latin-1, \u00e9, é",
    "Latin_1-unix, \u00e9, é",
    "ISO-8859-15, \u00a4, €",
    "cp1252, \u0080, €",
    "koi8-r, \u00c1, а",
    "mac-roman, \u008e, é",
    "gbk, \u00c4\u00e3, 你",
    "shift_jis, \u0093\u00fa, 日",
    "utf8, \u00c3\u00a9, é",
    "UTF-8-sig, \u00c3\u00a9, é"
  })
  void aCommentNamesTheEncoding(String name, String bytes, String text) throws Exception {
    String first = "# -*- coding: " + name + " -*-\n";
    assertEquals(first + text, text(first + bytes));
    String second = "#!/usr/bin/env python3\r\n\t# vim: set fileencoding=" + name + " :\r\n";
    assertEquals(second + text, text(second + bytes));
  }

  @Test
  void withoutSuchACommentItIsUtf8() throws Exception {
    assertEquals("é", text("\u00c3\u00a9"));
    assertEquals("# coding: utf-8\né", text(MARK + "# coding: utf-8\n\u00c3\u00a9"));
    assertEquals("coding = 1", text(MARK + "coding = 1"));
    assertEquals("x = 1\n# coding: no\n", text("x = 1\n# coding: no\n"));
    assertEquals("\n\n# coding: no\n", text("\n\n# coding: no\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x\\r"
            + "\\n"
            + "\u00e9 | :2: SyntaxError: Non-UTF-8 code starting with '\\xe9' in file a.py on line"
            + " 2, but no encoding",
        "# coding: klingon | :1: SyntaxError: encoding problem: klingon",
        "\\n# coding: rot13 | :2: SyntaxError: encoding problem: rot13",
        "# coding: utf-16 | :1: SyntaxError: encoding problem: utf-16",
        "# coding: cp500 | :1: SyntaxError: encoding problem: cp500",
        "# coding: -.- | :1: SyntaxError: encoding problem: -.-",
        "# coding: ascii\\n\u00e9 | :1: SyntaxError: encoding problem: ascii",
        "# coding: cp1252\\n\u0081 | :1: SyntaxError: encoding problem: cp1252",
        "# coding: utf-8\\n"
            + "\u00e9 | :2: SyntaxError: (unicode error) 'utf-8' codec can't decode byte 0xe9",
        "\u00ef\u00bb\u00bf# coding: latin-1 | :1: SyntaxError: encoding problem: iso-8859-1 with"
            + " BOM",
        "\u00ff\u00fex | :1: SyntaxError: Non-UTF-8 code starting with '\\xff' in file a.py on line"
            + " 1, but",
        "x\\r\\n\\0 | :2: SyntaxError: source code cannot contain null bytes"
      })
  void whatDoesNotFitIsToldAsCPythonDoes(String bytes, String problem) {
    String file = bytes.replace("\\r", "\r").replace("\\n", "\n").replace("\\0", "\0");
    var fault = assertThrows(UnreadableFile.class, () -> text(file));
    String told = fault.problem("a.py");
    assertEquals(
        "a.py" + problem, told.substring(0, Math.min(told.length(), problem.length() + 4)));
  }

  @Test
  void aNotebookIsUtf8() throws Exception {
    byte[] json = "{\n\"# coding: cp500\": \"é\"}".getBytes(StandardCharsets.UTF_8);
    assertEquals(
        new String(json, StandardCharsets.UTF_8), new PythonEncoding().text("a.ipynb", json));
  }

  private static String text(String bytes) throws UnreadableFile {
    return new PythonEncoding().text("a.py", bytes.getBytes(StandardCharsets.ISO_8859_1));
  }
}
