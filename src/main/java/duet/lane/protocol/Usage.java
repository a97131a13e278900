package duet.lane.protocol;

import java.util.OptionalDouble;

/// What a run used. All figures are seconds.
///
/// @param wall from "go" to the end of the script
/// @param cpu CPU time of the script's own threads; of its whole process where the operating system
///   has no figure for each thread
/// @param jvmCpu CPU time of the rest of its process (compiler, garbage collector), where that is
///   known
/// @param coreWait how long the script's own threads, all together, were ready to run but had no
///   core, where that is known
/// @param jvmCoreWait the same of the rest of its process, except the threads that observe; and how
///   late the script was started
public record Usage(
    double wall,
    OptionalDouble cpu,
    OptionalDouble jvmCpu,
    OptionalDouble coreWait,
    OptionalDouble jvmCoreWait) {
  /// What a run used of which it is not known how long it waited for a core.
  public Usage(double wall, OptionalDouble cpu, OptionalDouble jvmCpu) {
    this(wall, cpu, jvmCpu, OptionalDouble.empty(), OptionalDouble.empty());
  }

  /// A run of which only the length is known, since its host died before it reported more.
  public static Usage ofWall(double wall) {
    return new Usage(wall, OptionalDouble.empty(), OptionalDouble.empty());
  }

  /// CPU time per second of wall time: about 1 when one thread computes all the time.
  public OptionalDouble cpuPerWall() {
    return cpu.isPresent() && wall > 0
        ? OptionalDouble.of(cpu.getAsDouble() / wall)
        : OptionalDouble.empty();
  }

  /// At most this part of the wall time was spent computing. CPU time of the whole process counts,
  /// since a script may wait for the compiler and the garbage collector.
  public double computing() {
    return Math.min(wall, cpu.orElse(0) + jvmCpu.orElse(0));
  }

  /// How long it would have taken at speed 1, where only its waits are longer.
  ///
  /// @param speed what it was played at
  public double wallAtOwnSpeed(double speed) {
    return (wall - computing()) * speed + computing();
  }
}
