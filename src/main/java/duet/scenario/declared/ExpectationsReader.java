package duet.scenario.declared;

import duet.scenario.Expectations;
import duet.scenario.InputFault;
import duet.scenario.LaneExpectations;
import duet.scenario.LaneGroup;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads what a mapping declares under `expect`.
public final class ExpectationsReader {
  private static final List<String> OUTCOMES =
      List.of("completed", "failed", "rejected", "timed_out");
  private static final List<String> OF_A_LANE =
      List.of("outcome", "prints", "includes", "never", "order", "wall", "cores", "gil_wait");
  private static final String REPEAT = "repeat";
  private static final int MOST_PLAYS = 1_000;

  /// The keys of `expect` without those of lanes.
  static final List<String> OF_ALL =
      Stream.concat(
              OF_A_LANE.stream(), Stream.of(REPEAT, Expectations.OUTPUTS, Expectations.ERRORS))
          .toList();

  private static final List<String> NUMBERS = List.of("wall", "cores", "gil_wait", REPEAT);

  private final YamlFile entries;
  private final List<String> lanes;

  private ExpectationsReader(YamlFile entries, List<String> lanes) {
    this.entries = entries;
    this.lanes = lanes;
  }

  /// What a mapping declares under `expect`.
  ///
  /// @param file the file that declares it, for error messages
  /// @param lanes the ids of the lanes, about which something may be expected
  /// @throws InputFault when that is not understood
  public static Expectations read(Path file, Map<?, ?> declared, List<String> lanes)
      throws InputFault {
    var entries = new YamlFile(file);
    Expectations read = read(entries, declared, lanes);
    entries.finish();
    return read;
  }

  /// The same of a file that is being read. What is wrong with it, [YamlFile#finish] tells.
  static Expectations read(YamlFile entries, Map<?, ?> declared, List<String> lanes) {
    return new ExpectationsReader(entries, withAbsent(lanes, declared)).read(declared);
  }

  /// The lanes, and those of other machines about which something is declared.
  private static List<String> withAbsent(List<String> lanes, Map<?, ?> declared) {
    return Stream.concat(
            lanes.stream(),
            declared.keySet().stream().map(String::valueOf).filter(LaneGroup::isOfCPythons))
        .distinct()
        .toList();
  }

  /// The same from a log, which may tell of lanes that are not there any more: what is no
  /// expectation is one.
  ///
  /// @throws InputFault when that is not understood
  public static Expectations readSaved(Path log, Map<?, ?> declared) throws InputFault {
    List<String> others = declared.keySet().stream().map(String::valueOf).toList();
    return read(log, declared, others.stream().filter(key -> !OF_ALL.contains(key)).toList());
  }

  private Expectations read(Map<?, ?> declared) {
    var known = new ArrayList<>(OF_ALL);
    known.addAll(lanes);
    check(declared, known, "'expect'");
    var ofLanes = new HashMap<String, LaneExpectations>();
    for (String lane : lanes) {
      if (declared.get(lane) != null) {
        ofLanes.put(
            lane,
            entries.part(
                declared, lane, LaneExpectations.NOTHING, () -> ofLane(lane, declared.get(lane))));
      }
    }
    return new Expectations(
        texts(declared),
        expected(declared),
        ofLanes,
        entries.part(declared, REPEAT, 1, () -> repeat(declared)),
        entries.part(declared, Expectations.OUTPUTS, Map.of(), () -> outputs(declared)),
        entries.part(declared, Expectations.ERRORS, Map.of(), () -> errors(declared)));
  }

  private LaneExpectations ofLane(String lane, @Nullable Object declared) throws InputFault {
    Map<?, ?> own = entries.map(declared, "'expect: " + lane + "'");
    check(own, OF_A_LANE, "'expect: " + lane + "'");
    return expected(own);
  }

  private void check(Map<?, ?> declared, List<String> known, String what) {
    entries.checkKeys(declared, known, what);
    for (Map.Entry<?, ?> entry : declared.entrySet()) {
      if (entry.getValue() == null) {
        entries.part(
            declared,
            entry.getKey(),
            known,
            () -> {
              throw entries.fault(what + ": '" + entry.getKey() + "' has no value");
            });
      }
    }
  }

  /// As the log keeps it: text as written, since `1` is not `1.0`, and numbers as numbers.
  private static Map<String, Object> texts(Map<?, ?> declared) {
    var texts = new LinkedHashMap<String, Object>();
    declared.forEach(
        (key, value) -> {
          String name = String.valueOf(key);
          texts.put(name, NUMBERS.contains(name) ? numbers(value) : text(value));
        });
    return texts;
  }

  private static @Nullable Object numbers(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(ExpectationsReader::numbers).toList();
    }
    return value instanceof String text && YamlFile.number(text).isPresent()
        ? new BigDecimal(text)
        : value;
  }

  private static Object text(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map -> texts(map);
      case List<?> list -> list.stream().map(ExpectationsReader::text).toList();
      case null, default -> String.valueOf(value);
    };
  }

  private int repeat(Map<?, ?> declared) throws InputFault {
    Object value = declared.get(REPEAT);
    if (value == null) {
      return 1;
    }
    double plays = YamlFile.number(value).orElse(0);
    if (plays > 0 && plays <= MOST_PLAYS && plays == (int) plays) {
      return (int) plays;
    }
    throw entries.fault("'repeat' is a whole number of plays from 1 to 1,000, such as 20");
  }

  private Map<String, List<String>> outputs(Map<?, ?> declared) throws InputFault {
    var outputs = new LinkedHashMap<String, List<String>>();
    if (declared.get(Expectations.OUTPUTS) != null) {
      for (var cell :
          entries
              .map(declared.get(Expectations.OUTPUTS), "'" + Expectations.OUTPUTS + "'")
              .entrySet()) {
        outputs.put(String.valueOf(cell.getKey()), lines(cell.getValue()));
      }
    }
    return outputs;
  }

  private Map<String, String> errors(Map<?, ?> declared) throws InputFault {
    var errors = new LinkedHashMap<String, String>();
    Object value = declared.get(Expectations.ERRORS);
    if (value != null) {
      entries
          .map(value, "'" + Expectations.ERRORS + "'")
          .forEach((cell, error) -> errors.put(String.valueOf(cell), String.valueOf(error)));
    }
    return errors;
  }

  private LaneExpectations expected(Map<?, ?> map) {
    return new LaneExpectations(
        entries.part(map, "outcome", Optional.empty(), () -> outcome(map)),
        map.get("prints") == null ? Optional.empty() : Optional.of(lines(map, "prints")),
        lines(map, "includes"),
        entries.part(map, "never", List.of(), () -> patterns(map.get("never"))),
        entries.part(map, "order", List.of(), () -> order(map.get("order"))),
        range(map, "wall", "the least and the most seconds, such as [4, 4.5]"),
        range(map, "cores", "the least and the most busy cores, such as [0, 1.1]"),
        range(map, "gil_wait", "the least and the largest share of the time, such as [0.3, 1]"));
  }

  private List<String> lines(Map<?, ?> map, String key) {
    return entries.part(map, key, List.of(), () -> lines(map.get(key)));
  }

  private Optional<String> outcome(Map<?, ?> map) throws InputFault {
    String word = entries.text(map, "outcome").replace(' ', '_');
    if (!word.isEmpty() && !OUTCOMES.contains(word)) {
      throw entries.fault("'outcome' is one of " + String.join(", ", OUTCOMES));
    }
    return word.isEmpty() ? Optional.empty() : Optional.of(word);
  }

  private List<String> lines(@Nullable Object value) throws InputFault {
    var lines = new ArrayList<String>();
    List<?> list = entries.list(value);
    for (int i = 0; i < list.size(); i++) {
      Object line = list.get(i);
      entries.part(list, i, false, () -> lines.add(entries.text(line, "a line")));
    }
    return lines;
  }

  private List<Pattern> patterns(@Nullable Object value) throws InputFault {
    var patterns = new ArrayList<Pattern>();
    List<?> list = entries.list(value);
    for (int i = 0; i < list.size(); i++) {
      Object regex = list.get(i);
      entries.part(list, i, false, () -> patterns.add(entries.pattern(regex)));
    }
    return patterns;
  }

  private List<List<Pattern>> order(@Nullable Object value) throws InputFault {
    var chains = new ArrayList<List<Pattern>>();
    List<?> list = entries.list(value);
    for (int i = 0; i < list.size(); i++) {
      Object chain = list.get(i);
      entries.part(list, i, false, () -> chains.add(chain(chain)));
    }
    return chains;
  }

  private List<Pattern> chain(@Nullable Object value) throws InputFault {
    if (!(value instanceof List<?> list && list.size() > 1)) {
      throw entries.fault("'order' is a list of lists, each with two or more patterns in order");
    }
    return patterns(list);
  }

  private Optional<LaneExpectations.Range> range(Map<?, ?> map, String key, String what) {
    return entries.part(map, key, Optional.empty(), () -> range(map.get(key), key, what));
  }

  private Optional<LaneExpectations.Range> range(@Nullable Object value, String key, String what)
      throws InputFault {
    List<?> ends = entries.list(value);
    if (ends.isEmpty()) {
      return Optional.empty();
    }
    List<Double> numbers =
        ends.stream().flatMap(end -> YamlFile.number(end).stream().boxed()).toList();
    if (ends.size() == 2 && numbers.size() == 2 && numbers.get(0) <= numbers.get(1)) {
      return Optional.of(new LaneExpectations.Range(numbers.get(0), numbers.get(1)));
    }
    throw entries.fault("'" + key + "' is " + what);
  }
}
