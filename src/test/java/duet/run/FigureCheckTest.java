package duet.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import duet.lane.protocol.Usage;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class FigureCheckTest {
  private static final FigureCheck CHECK = new FigureCheck(OptionalDouble.of(2));

  private static Usage usage(double wall, double cpu) {
    return new Usage(wall, OptionalDouble.of(cpu), OptionalDouble.of(0.5));
  }

  private static Optional<String> fault(Usage told, double wall, double cpuNow) {
    return CHECK.fault(told, wall, OptionalDouble.of(cpuNow));
  }

  @Test
  void whatCanBeIsNoFault() {
    assertEquals(Optional.empty(), fault(usage(3, 1), 3, 3.5));
    assertEquals(Optional.empty(), fault(usage(3.05, 1.05), 3, 3.5));
    assertEquals(Optional.empty(), fault(usage(3, 1), 9, 6));
    assertEquals(Optional.empty(), fault(Usage.ofWall(3), 3, 90));
    assertEquals(Optional.empty(), CHECK.fault(usage(3, 90), 3, OptionalDouble.empty()));
    assertEquals(
        Optional.empty(),
        new FigureCheck(OptionalDouble.empty()).fault(usage(3, 90), 3, OptionalDouble.of(4)));
  }

  @Test
  void moreTimeThanHasPassed() {
    assertEquals(
        Optional.of("that the script ran for 4.0 s, when 3.0 s had passed"),
        fault(usage(4, 1), 3, 3.5));
  }

  @Test
  void moreProcessorTimeThanTheSystemCounts() {
    assertEquals(
        Optional.of("of 2.5 s of processor time, and the system counts 1.5 s"),
        fault(usage(3, 2), 3, 3.5));
  }

  @Test
  void farLessProcessorTimeThanTheSystemCounts() {
    assertEquals(
        Optional.of("of 0.6 s of processor time, and the system counts 20.0 s"),
        fault(usage(20, 0.1), 20, 22));
  }
}
