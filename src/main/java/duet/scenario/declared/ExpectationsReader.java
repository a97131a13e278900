package duet.scenario.declared;

import duet.scenario.Expectations;
import duet.scenario.InputFault;
import duet.scenario.LaneExpectations;
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
  private static final List<String> OF_ALL =
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
    return new ExpectationsReader(new YamlFile(file), lanes).read(declared);
  }

  /// The same from a log, which may tell of lanes that are not there any more: what is no
  /// expectation is one.
  ///
  /// @throws InputFault when that is not understood
  public static Expectations readSaved(Path log, Map<?, ?> declared) throws InputFault {
    List<String> others = declared.keySet().stream().map(String::valueOf).toList();
    return read(log, declared, others.stream().filter(key -> !OF_ALL.contains(key)).toList());
  }

  private Expectations read(Map<?, ?> declared) throws InputFault {
    var known = new ArrayList<>(OF_ALL);
    known.addAll(lanes);
    check(declared, known, "'expect'");
    var ofLanes = new HashMap<String, LaneExpectations>();
    for (String lane : lanes) {
      if (declared.get(lane) != null) {
        Map<?, ?> own = entries.map(declared.get(lane), "'expect: " + lane + "'");
        check(own, OF_A_LANE, "'expect: " + lane + "'");
        ofLanes.put(lane, expected(own));
      }
    }
    return new Expectations(
        texts(declared),
        expected(declared),
        ofLanes,
        repeat(declared),
        outputs(declared),
        errors(declared));
  }

  private void check(Map<?, ?> declared, List<String> known, String what) throws InputFault {
    entries.checkKeys(declared, known, what);
    for (Map.Entry<?, ?> entry : declared.entrySet()) {
      if (entry.getValue() == null) {
        throw entries.fault(what + ": '" + entry.getKey() + "' has no value");
      }
    }
  }

  /// A text may look like a number to YAML. The log has to keep it as written: `1` is not `1.0`.
  private static Map<String, Object> texts(Map<?, ?> declared) {
    var texts = new LinkedHashMap<String, Object>();
    declared.forEach(
        (key, value) -> {
          String name = String.valueOf(key);
          texts.put(name, NUMBERS.contains(name) ? value : text(value));
        });
    return texts;
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
    if (value instanceof Number number
        && number.intValue() > 0
        && number.intValue() <= MOST_PLAYS
        && number.intValue() == number.doubleValue()) {
      return number.intValue();
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

  private LaneExpectations expected(Map<?, ?> map) throws InputFault {
    return new LaneExpectations(
        outcome(map),
        map.get("prints") == null ? Optional.empty() : Optional.of(lines(map.get("prints"))),
        lines(map.get("includes")),
        patterns(map.get("never")),
        order(map.get("order")),
        range(map, "wall", "the least and the most seconds, such as [4, 4.5]"),
        range(map, "cores", "the least and the most busy cores, such as [0, 1.1]"),
        range(map, "gil_wait", "the least and the largest share of the time, such as [0.3, 1]"));
  }

  private Optional<String> outcome(Map<?, ?> map) throws InputFault {
    String word = YamlFile.string(map, "outcome").replace(' ', '_');
    if (!word.isEmpty() && !OUTCOMES.contains(word)) {
      throw entries.fault("'outcome' is one of " + String.join(", ", OUTCOMES));
    }
    return word.isEmpty() ? Optional.empty() : Optional.of(word);
  }

  private List<String> lines(@Nullable Object value) throws InputFault {
    return entries.list(value).stream().map(String::valueOf).toList();
  }

  private List<Pattern> patterns(@Nullable Object value) throws InputFault {
    var patterns = new ArrayList<Pattern>();
    for (Object regex : entries.list(value)) {
      patterns.add(entries.pattern(regex));
    }
    return patterns;
  }

  private List<List<Pattern>> order(@Nullable Object value) throws InputFault {
    var chains = new ArrayList<List<Pattern>>();
    for (Object chain : entries.list(value)) {
      List<Pattern> patterns = patterns(chain);
      if (patterns.size() < 2) {
        throw entries.fault("'order' is a list of lists, each with two or more patterns in order");
      }
      chains.add(patterns);
    }
    return chains;
  }

  private Optional<LaneExpectations.Range> range(Map<?, ?> map, String key, String what)
      throws InputFault {
    List<?> ends = entries.list(map.get(key));
    if (ends.isEmpty()) {
      return Optional.empty();
    }
    if (ends.size() == 2
        && ends.get(0) instanceof Number least
        && ends.get(1) instanceof Number most
        && least.doubleValue() <= most.doubleValue()
        && Double.isFinite(least.doubleValue())
        && Double.isFinite(most.doubleValue())) {
      return Optional.of(new LaneExpectations.Range(least.doubleValue(), most.doubleValue()));
    }
    throw entries.fault("'" + key + "' is " + what);
  }
}
