package duet.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/// What came of a batch.
///
/// @param results of every scenario that was to be played, in the batch's order, but module by
///   module
/// @param notes what has to be known about the report itself
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

  /// How many scenarios came to this.
  public int count(Standing standing) {
    return (int) results.stream().filter(result -> result.standing() == standing).count();
  }

  /// How many scenarios of a module came to this.
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

  /// What came of a module's scenarios.
  public List<ScenarioResult> of(String module) {
    return results.stream().filter(result -> result.module().equals(module)).toList();
  }
}
