package duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Originals are original: every section of a script that says it is a cell of the notebook is that
/// cell, to the letter, and every cell is played by some script.
class OriginalsTest {
  private static final Path FOLDER = Path.of("python-originals");
  private static final Pattern SECTION =
      Pattern.compile("(?m)^# %% (?:notebook cell (\\d+)|ours: .+)$");

  /// @param cell the cell's number from 1, or 0 for a section of ours
  private record Section(int cell, String text) {}

  private final List<String> cells = cells();

  @TestFactory
  Stream<DynamicTest> cellsStandVerbatim() {
    return scripts().stream()
        .map(file -> DynamicTest.dynamicTest(file.toString(), () -> check(file)));
  }

  @Test
  void everyCellIsPlayed() {
    var played =
        scripts().stream()
            .flatMap(file -> sections(file).stream())
            .map(Section::cell)
            .collect(Collectors.toCollection(TreeSet::new));
    played.remove(0);
    assertEquals(IntStream.rangeClosed(1, cells.size()).boxed().toList(), new ArrayList<>(played));
  }

  private void check(Path file) {
    List<Section> sections = sections(file);
    assertFalse(sections.isEmpty(), "no '# %% notebook cell N' or '# %% ours: why' in it");
    int last = 0;
    for (Section section : sections) {
      if (section.cell() > 0) {
        assertEquals(cells.get(section.cell() - 1).strip(), section.text().strip());
        assertEquals(Math.max(last, section.cell()), section.cell(), "cells keep their order");
        last = section.cell();
      }
    }
  }

  private static List<Section> sections(Path file) {
    String text = read(file);
    var sections = new ArrayList<Section>();
    Matcher head = SECTION.matcher(text);
    int cell = -1;
    int start = 0;
    while (head.find()) {
      if (cell >= 0) {
        sections.add(new Section(cell, text.substring(start, head.start())));
      }
      cell = head.group(1) == null ? 0 : Integer.parseInt(head.group(1));
      start = head.end();
    }
    if (cell >= 0) {
      sections.add(new Section(cell, text.substring(start)));
    }
    return sections;
  }

  private static List<String> cells() {
    return JsonParser.parseString(read(FOLDER.resolve("threading.ipynb")))
        .getAsJsonObject()
        .getAsJsonArray("cells")
        .asList()
        .stream()
        .map(cell -> cell.getAsJsonObject().get("source"))
        .map(OriginalsTest::source)
        .toList();
  }

  /// A cell's source is one string or a list of lines (nbformat 4).
  private static String source(JsonElement source) {
    return source.isJsonArray()
        ? source.getAsJsonArray().asList().stream()
            .map(JsonElement::getAsString)
            .collect(Collectors.joining())
        : source.getAsString();
  }

  private static List<Path> scripts() {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".py")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
