package duet.scenario;

import java.util.List;

/// What a scenario declares for many plays: sweeps and repetitions.
///
/// @param threads the numbers of threads that it takes as its argument; empty where it takes none
/// @param rules how to recognize its results; empty where its lines are the result
public record SeriesDeclaration(List<Integer> threads, List<ResultRule> rules) {
  /// Nothing is declared.
  public static final SeriesDeclaration NONE = new SeriesDeclaration(List.of(), List.of());

  public SeriesDeclaration {
    threads = List.copyOf(threads);
    rules = List.copyOf(rules);
  }
}
