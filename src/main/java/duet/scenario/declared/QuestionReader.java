package duet.scenario.declared;

import duet.scenario.InputFault;
import duet.scenario.LaneGroup;
import duet.scenario.Question;
import duet.scenario.ResultRule;
import duet.scenario.RunFigure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads the questions that a lesson asks before a scenario plays.
///
/// @param rules the scenario's results, which a question may ask for
/// @param lanes the ids of the lanes, for one of which it may be asked
record QuestionReader(YamlFile entries, List<ResultRule> rules, List<String> lanes) {
  private static final List<String> KINDS =
      List.of("measure", "number", "first", "order", "result");

  /// Reads what is declared under `predict`.
  ///
  /// @throws InputFault when that is not understood
  List<Question> read(@Nullable Object value) throws InputFault {
    var questions = new ArrayList<Question>();
    List<?> list = entries.list(value);
    for (int i = 0; i < list.size(); i++) {
      Object entry = list.get(i);
      entries.part(
          list,
          i,
          false,
          () -> questions.add(question(entries.map(entry, "each entry of 'predict'"))));
    }
    return List.copyOf(questions);
  }

  private Question question(Map<?, ?> map) throws InputFault {
    var known = new ArrayList<>(KINDS);
    known.addAll(List.of("ask", "lane"));
    entries.checkKeys(map, known, "an entry of 'predict'");
    String ask = entries.text(map, "ask");
    String lane = entries.text(map, "lane");
    List<String> kinds = KINDS.stream().filter(map::containsKey).toList();
    if (ask.isEmpty()
        || kinds.size() != 1
        || !(lane.isEmpty() || lanes.contains(lane) || LaneGroup.isOfCPythons(lane))) {
      throw entries.fault(
          "an entry of 'predict' has an 'ask', perhaps a 'lane' ("
              + String.join(" or ", ofAll())
              + "), and one of "
              + String.join(", ", KINDS));
    }
    return switch (kinds.getFirst()) {
      case "measure" -> new Question.Measure(ask, lane, quantity(entries.text(map, "measure")));
      case "number" -> new Question.Figure(ask, lane, entries.pattern(map.get("number")));
      case "first" -> new Question.First(ask, lane, choices(map.get("first")));
      case "order" -> new Question.Order(ask, lane, choices(map.get("order")));
      default -> new Question.First(ask, lane, results(entries.text(map, "result")));
    };
  }

  /// The lanes that every machine knows, and an example of the others.
  private List<String> ofAll() {
    List<String> usual = lanes.stream().filter(lane -> !LaneGroup.isOfCPythons(lane)).toList();
    return Stream.concat(usual.stream(), Stream.of("cpython", "cpython>=3.13t")).toList();
  }

  private RunFigure quantity(String word) throws InputFault {
    return RunFigure.of(word)
        .orElseThrow(
            () ->
                entries.fault(
                    "'"
                        + word
                        + "' is not a measure; use one of "
                        + String.join(", ", RunFigure.words())));
  }

  private List<Question.Choice> results(String aspect) throws InputFault {
    List<Question.Choice> choices =
        rules.stream()
            .filter(rule -> rule.aspect().equals(aspect))
            .map(rule -> new Question.Choice(rule.is(), rule.line()))
            .toList();
    if (choices.isEmpty()) {
      throw entries.fault("'results' has no '" + aspect + "', but a question asks for it");
    }
    return choices;
  }

  private List<Question.Choice> choices(@Nullable Object value) throws InputFault {
    var choices = new ArrayList<Question.Choice>();
    for (var choice : entries.map(value, "the choices of a question").entrySet()) {
      choices.add(
          new Question.Choice(String.valueOf(choice.getKey()), entries.pattern(choice.getValue())));
    }
    if (choices.size() < 2) {
      throw entries.fault("a question has at least two choices");
    }
    return choices;
  }
}
