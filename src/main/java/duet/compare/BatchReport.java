package duet.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/// The result of a batch.
///
/// @param results one for each scenario of the batch, grouped by module, otherwise in the batch's
///   order
/// @param notes remarks about the report itself, such as a missing log
public record BatchReport(List<ScenarioResult> results, List<String> notes) {
  public BatchReport {
    results =
        results.stream()
            .collect(
                Collectors.groupingBy(
                    ScenarioResult::module, LinkedHashMap::new, Collectors.toList()))
            .values()
            .stream()
            .flatMap(List::stream)
            .toList();
    notes = List.copyOf(notes);
  }

  /// How many scenarios have this standing.
  public int count(Standing standing) {
    return (int) results.stream().filter(result -> result.standing() == standing).count();
  }

  /// How many scenarios of a module have this standing.
  public int count(String module, Standing standing) {
    return (int) of(module).stream().filter(result -> result.standing() == standing).count();
  }

  /// Whether every scenario was played and all went as expected.
  public boolean isGood() {
    return results.stream().allMatch(result -> result.standing().isGood());
  }

  /// The modules, in the order of their first scenarios.
  public List<String> modules() {
    return results.stream().map(ScenarioResult::module).distinct().toList();
  }

  /// The results of a module's scenarios.
  public List<ScenarioResult> of(String module) {
    return results.stream().filter(result -> result.module().equals(module)).toList();
  }
}
