package duet.scenario;

import java.util.List;

/// What a scenario declares for many plays: sweeps and repetitions.
///
/// @param threads the numbers of threads that it takes as its argument; empty where it takes none
/// @param rules how to recognize its results; empty where its lines are the result
/// @param exploring the arguments with which it is small enough to be explored
public record SeriesDeclaration(
    List<Integer> threads, List<ResultRule> rules, List<String> exploring) {
  /// Nothing is declared.
  public static final SeriesDeclaration NONE = new SeriesDeclaration(List.of(), List.of());

  /// Nothing is declared about exploring.
  public SeriesDeclaration(List<Integer> threads, List<ResultRule> rules) {
    this(threads, rules, List.of());
  }

  public SeriesDeclaration {
    threads = List.copyOf(threads);
    rules = List.copyOf(rules);
    exploring = List.copyOf(exploring);
  }
}
