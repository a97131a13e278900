package duet.run;

import duet.lane.protocol.Usage;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// Compares what a host tells of a run with what can be seen from outside. All figures are seconds.
///
/// A host measures more closely than anybody can from outside, so what it tells is what is shown,
/// unless it is impossible. It ends its measurement before its report arrives, and has some work
/// with that report.
///
/// @param cpuBefore what the operating system had counted for the host's process before "go"; empty
///   where it does not tell
record FigureCheck(OptionalDouble cpuBefore) {
  /// Clocks and counters of the system may differ by this.
  private static final double TOLERANCE = 0.1;

  /// Processor time that a host may use after its measurement: for its report, and to boot again.
  private static final double REPORT = 5;

  private static final double PART = 0.5;

  /// What is wrong with a host's figures; empty where nothing is.
  ///
  /// @param told what the host tells
  /// @param wall the time since "go"
  /// @param cpuNow what the operating system has counted by now
  Optional<String> fault(Usage told, double wall, OptionalDouble cpuNow) {
    if (told.wall() > wall + TOLERANCE) {
      return Optional.of(
          text("that the script ran for %.1f s, when %.1f s had passed", told.wall(), wall));
    }
    if (cpuBefore.isEmpty() || cpuNow.isEmpty() || told.cpu().isEmpty()) {
      return Optional.empty();
    }
    double seen = cpuNow.getAsDouble() - cpuBefore.getAsDouble();
    double cpu = told.cpu().getAsDouble() + told.jvmCpu().orElse(0);
    boolean isPossible = cpu <= seen + TOLERANCE && cpu >= PART * seen - REPORT;
    return isPossible
        ? Optional.empty()
        : Optional.of(text("of %.1f s of processor time, and the system counts %.1f s", cpu, seen));
  }

  private static String text(String format, double told, double seen) {
    return String.format(Locale.ROOT, format, told, seen);
  }
}
