package duet.scenario;

import java.util.List;

/// What a scenario declares about being played many times.
///
/// @param threads the numbers of threads that it can be given as its argument, empty when it takes
///   none
/// @param rules how its results are told apart, empty when its lines are its result
public record SeriesDeclaration(List<Integer> threads, List<ResultRule> rules) {
  /// Nothing is declared.
  public static final SeriesDeclaration NONE = new SeriesDeclaration(List.of(), List.of());

  public SeriesDeclaration {
    threads = List.copyOf(threads);
    rules = List.copyOf(rules);
  }
}
