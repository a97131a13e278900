package duet.scenario.found;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import duet.scenario.PrintedText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A Jupyter notebook (nbformat 4): its code cells.
///
/// @param cells in their order
public record Notebook(List<Cell> cells) {
  private static final int FORMAT = 4;

  /// Where the JSON is broken, in the parser's message.
  private static final Pattern PLACE = Pattern.compile(" at line \\d+");

  /// The ids that nbformat allows.
  private static final Pattern ID = Pattern.compile("[a-zA-Z0-9_-]{1,64}");

  /// A code cell.
  ///
  /// @param name its name in reports: its number among the code cells, from 1, and its id if it has
  ///   one
  /// @param mayFail whether the notebook continues after an exception (`raises-exception`)
  /// @param skipped whether Duet does not play it (`skip-execution`)
  /// @param outputs the saved output: the lines that it printed, and the text of its values; empty
  ///   where it was not run
  /// @param error the saved error, such as `ValueError: too small`; empty where there is none
  public record Cell(
      String name,
      String source,
      boolean mayFail,
      boolean skipped,
      List<String> outputs,
      String error) {
    public Cell {
      outputs = List.copyOf(outputs);
    }
  }

  public Notebook {
    cells = List.copyOf(cells);
  }

  /// Reads the text of a notebook file.
  ///
  /// @throws IllegalArgumentException when Duet cannot play it; the message says why
  public static Notebook of(String text) {
    JsonObject top;
    try {
      top = JsonParser.parseString(text).getAsJsonObject();
    } catch (JsonParseException | IllegalStateException | NumberFormatException e) {
      Matcher place = PLACE.matcher(String.valueOf(e.getMessage()));
      throw new IllegalArgumentException(
          "it is not a notebook: its JSON is broken" + (place.find() ? place.group() : ""), e);
    }
    try {
      return read(top);
    } catch (IllegalStateException
        | ClassCastException
        | UnsupportedOperationException
        | NumberFormatException e) {
      throw new IllegalArgumentException("it does not follow nbformat 4", e);
    }
  }

  private static Notebook read(JsonObject top) {
    if (!top.has("nbformat") || top.get("nbformat").getAsInt() != FORMAT) {
      throw new IllegalArgumentException(
          "it is not nbformat 4; 'jupyter nbconvert --to notebook' converts it");
    }
    String language = language(top);
    if (!language.equals("python")) {
      throw new IllegalArgumentException("its language is " + language + ", not Python");
    }
    var cells = new ArrayList<Cell>();
    for (JsonElement element : array(top, "cells")) {
      JsonObject cell = element.getAsJsonObject();
      if (cell.has("cell_type") && cell.get("cell_type").getAsString().equals("code")) {
        cells.add(cell(cell, cells.size() + 1));
      }
    }
    return new Notebook(cells);
  }

  private static String language(JsonObject top) {
    JsonObject metadata = object(top, "metadata");
    String declared = string(object(metadata, "language_info"), "name");
    String kernel = string(object(metadata, "kernelspec"), "language");
    String language = (declared.isEmpty() ? kernel : declared).toLowerCase(Locale.ROOT);
    return language.isEmpty() || language.equals("ipython") ? "python" : language;
  }

  private static Cell cell(JsonObject cell, int number) {
    Set<String> tags = new HashSet<>();
    array(object(cell, "metadata"), "tags").forEach(tag -> tags.add(tag.getAsString()));
    String id = string(cell, "id");
    boolean isNamed = ID.matcher(id).matches();
    return new Cell(
        "cell " + number + (isNamed ? " (" + id + ")" : ""),
        text(cell.get("source")),
        tags.contains("raises-exception"),
        tags.contains("skip-execution"),
        outputs(cell),
        error(cell));
  }

  private static String error(JsonObject cell) {
    for (JsonElement element : array(cell, "outputs")) {
      JsonObject output = element.getAsJsonObject();
      if (string(output, "output_type").equals("error")) {
        String value = string(output, "evalue").lines().findFirst().orElse("");
        // Jupyter adds the cell's file to the message of a syntax error.
        String told = value.replaceFirst(" \\(\\S+\\.py, line \\d+\\)$", "");
        return string(output, "ename") + (told.isEmpty() ? "" : ": " + told);
      }
    }
    return "";
  }

  private static List<String> outputs(JsonObject cell) {
    var text = new StringBuilder();
    for (JsonElement element : array(cell, "outputs")) {
      JsonObject output = element.getAsJsonObject();
      switch (string(output, "output_type")) {
        case "stream" -> {
          if (string(output, "name").equals("stdout")) {
            text.append(text(output.get("text")));
          }
        }
        case "execute_result", "display_data" -> {
          boolean begins = text.isEmpty() || text.charAt(text.length() - 1) == '\n';
          text.append(begins ? "" : "\n");
          text.append(text(object(output, "data").get("text/plain"))).append('\n');
        }
        default -> {}
      }
    }
    return PrintedText.lines(text.toString());
  }

  /// The saved output of each cell, by the cell's name. Cells without saved output are left out.
  public Map<String, List<String>> outputs() {
    var outputs = new LinkedHashMap<String, List<String>>();
    for (Cell cell : cells) {
      boolean hasRun = !cell.outputs().isEmpty() || !cell.error().isEmpty();
      if (hasRun && !cell.skipped()) {
        outputs.put(cell.name(), cell.outputs());
      }
    }
    return outputs;
  }

  /// The saved error of each cell that has one, by the cell's name.
  public Map<String, String> errors() {
    var errors = new LinkedHashMap<String, String>();
    for (Cell cell : cells) {
      if (!cell.error().isEmpty() && !cell.skipped()) {
        errors.put(cell.name(), cell.error());
      }
    }
    return errors;
  }

  /// The code of all cells; a comment with its name precedes each.
  public String code() {
    var code = new StringBuilder();
    for (Cell cell : cells) {
      code.append("# ").append(cell.name()).append('\n');
      code.append(cell.source().stripTrailing()).append("\n\n");
    }
    return code.toString();
  }

  /// The same notebook without outputs, which may be much longer than the code.
  ///
  /// @param mayFail the names of more cells that may fail
  public String withoutOutputs(Set<String> mayFail) {
    var top = new JsonObject();
    top.addProperty("nbformat", FORMAT);
    var all = new JsonArray();
    for (Cell cell : cells) {
      var one = new JsonObject();
      one.addProperty("cell_type", "code");
      String name = cell.name();
      if (name.endsWith(")")) {
        one.addProperty("id", name.substring(name.indexOf('(') + 1, name.length() - 1));
      }
      one.addProperty("source", cell.source());
      var tags = new JsonArray();
      if (cell.mayFail() || mayFail.contains(name)) {
        tags.add("raises-exception");
      }
      if (cell.skipped()) {
        tags.add("skip-execution");
      }
      var metadata = new JsonObject();
      metadata.add("tags", tags);
      one.add("metadata", metadata);
      all.add(one);
    }
    top.add("cells", all);
    return top.toString();
  }

  /// A string, or a list of its lines, each with its line end.
  private static String text(@Nullable JsonElement element) {
    if (element == null || element.isJsonNull()) {
      return "";
    }
    if (!element.isJsonArray()) {
      return element.getAsString();
    }
    var text = new StringBuilder();
    element.getAsJsonArray().forEach(line -> text.append(line.getAsString()));
    return text.toString();
  }

  private static JsonObject object(JsonObject object, String name) {
    return object.has(name) && object.get(name).isJsonObject()
        ? object.getAsJsonObject(name)
        : new JsonObject();
  }

  private static JsonArray array(JsonObject object, String name) {
    boolean isThere = object.has(name) && !object.get(name).isJsonNull();
    return isThere ? object.getAsJsonArray(name) : new JsonArray();
  }

  private static String string(JsonObject object, String name) {
    return object.has(name) && object.get(name).isJsonPrimitive()
        ? object.get(name).getAsString()
        : "";
  }
}
