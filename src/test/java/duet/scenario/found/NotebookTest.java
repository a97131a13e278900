package duet.scenario.found;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NotebookTest {
  private static final Path BROKEN = Path.of("src/test/resources/batch/failing/notebook.ipynb");

  @Test
  void cellsOfCodeHaveNamesTagsAndOutputs() throws Exception {
    Notebook notebook = Notebook.of(Files.readString(BROKEN));
    List<Notebook.Cell> cells = notebook.cells();
    assertEquals("cell 1 (first)", cells.getFirst().name(), "cells of prose do not count");
    assertTrue(cells.stream().anyMatch(cell -> cell.name().contains("tagged") && cell.mayFail()));
    assertTrue(cells.stream().anyMatch(cell -> cell.name().contains("skipped") && cell.skipped()));
    assertEquals(
        Map.of(
            "cell 2 (same)",
            List.of("worked", "worked", "2"),
            "cell 3 (other)",
            List.of("what was saved"),
            "cell 5 (help)",
            List.of("after all that")),
        notebook.outputs());
  }

  @Test
  void withoutOutputsItPlaysTheSame() throws Exception {
    Notebook notebook = Notebook.of(Files.readString(BROKEN));
    Notebook bare = Notebook.of(notebook.withoutOutputs(Set.of()));
    assertEquals(notebook.code(), bare.code());
    assertEquals(Map.of(), bare.outputs());
    assertEquals(
        notebook.cells().stream().map(c -> c.mayFail() + " " + c.skipped()).toList(),
        bare.cells().stream().map(c -> c.mayFail() + " " + c.skipped()).toList());
  }

  @Test
  void cellsWithSavedErrorsAndValuesOfManyForms() {
    String error = "{\"output_type\": \"error\", \"ename\": \"%s\", \"evalue\": \"%s\"}";
    Notebook notebook =
        Notebook.of(
            """
            {"nbformat": 4, "cells": [
              {"cell_type": "code", "source": "1 / 0", "outputs": [%s]},
              {"cell_type": "code", "source": "x = =", "outputs": [%s]},
              {"cell_type": "code", "source": "stop", "outputs": [%s]},
              {"cell_type": "code", "source": "progress", "outputs": [
                {"output_type": "stream", "name": "stdout", "text": ["1 %%\\r2 %%\\r\\n", "a"]},
                {"output_type": "stream", "name": "stderr", "text": "told"},
                {"output_type": "stream", "name": "stdout", "text": "b"},
                {"output_type": "display_data", "data": {"text/plain": ["[1,\\n", " 2]"]}},
                {"output_type": "stream", "name": "stdout", "text": "\\n"}]}]}
            """
                .formatted(
                    error.formatted("ZeroDivisionError", "division by zero\\nand more"),
                    error.formatted("SyntaxError", "invalid syntax (12.py, line 1)"),
                    error.formatted("KeyboardInterrupt", "")));
    assertEquals(
        Map.of(
            "cell 1",
            "ZeroDivisionError: division by zero",
            "cell 2",
            "SyntaxError: invalid syntax",
            "cell 3",
            "KeyboardInterrupt"),
        notebook.errors());
    assertEquals(List.of("2 %", "ab", "[1,", " 2]", ""), notebook.outputs().get("cell 4"));
    assertEquals(List.of(), notebook.outputs().get("cell 1"), "it has run and printed nothing");
    List<Notebook.Cell> played =
        Notebook.of(notebook.withoutOutputs(notebook.errors().keySet())).cells();
    assertEquals(
        List.of(true, true, true, false), played.stream().map(Notebook.Cell::mayFail).toList());
  }

  /// As some tools write them.
  @Test
  void nothingMayStandWhereAListIs() {
    Notebook notebook =
        Notebook.of(
            """
            {"nbformat": 4, "metadata": {"kernelspec": {"language": "Python"}}, "cells": [
              {"cell_type": "code", "source": "1", "outputs": null, "metadata": {"tags": null}}]}
            """);
    assertEquals("1", notebook.cells().getFirst().source());
    assertEquals(Map.of(), notebook.outputs());
  }

  @Test
  void whatIsNoNotebookSaysWhy() {
    assertFault("{", "its JSON is broken");
    assertFault("{\n\"a\" 1}", "its JSON is broken at line 2");
    assertFault("[]", "its JSON is broken");
    assertFault("{\"cells\": []}", "it is not nbformat 4");
    assertFault("{\"nbformat\": 3, \"worksheets\": []}", "jupyter nbconvert");
    assertFault("{\"nbformat\": 4, \"cells\": 7}", "it does not follow nbformat 4");
    assertFault(
        "{\"nbformat\": 4, \"cells\": [], \"metadata\": {\"kernelspec\": {\"language\":"
            + " \"julia\"}}}",
        "its language is julia");
  }

  @Test
  void valuesOfOtherTypesAreTold() {
    assertFault("[".repeat(100_000), "its JSON is broken");
    assertFault("{\"a\":".repeat(100_000), "its JSON is broken");
    assertFault("{\"nbformat\": \"x\"}", "it does not follow nbformat 4");
    assertFault("{\"nbformat\": 1e999999999}", "it does not follow nbformat 4");
    for (String cell :
        List.of(
            "7",
            "null",
            "[]",
            "{\"cell_type\": {}}",
            "{\"cell_type\": \"code\", \"source\": {}}")) {
      assertFault("{\"nbformat\": 4, \"cells\": [" + cell + "]}", "it does not follow nbformat 4");
    }
    String tagged = "{\"cell_type\": \"code\", \"source\": \"\", \"metadata\": {\"tags\": [null]}}";
    assertFault("{\"nbformat\": 4, \"cells\": [" + tagged + "]}", "it does not follow nbformat 4");
  }

  /// The name of a cell stands in a comment of the code, and in reports.
  @Test
  void anIdThatIsNoneIsLeftOut() {
    for (String id : List.of("x\\nimport os", "\\u001b[2J", "a)(b", "x".repeat(65), "")) {
      Notebook notebook =
          Notebook.of(
              "{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"code\", \"id\": \""
                  + id
                  + "\", \"source\": \"1\"}]}");
      assertEquals("cell 1", notebook.cells().getFirst().name());
      assertEquals("# cell 1\n1\n\n", notebook.code());
    }
  }

  private static void assertFault(String text, String problem) {
    var fault = assertThrows(IllegalArgumentException.class, () -> Notebook.of(text));
    assertTrue(String.valueOf(fault.getMessage()).contains(problem), fault.getMessage());
  }
}
