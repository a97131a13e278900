package duet.lane.seccomp;

import java.util.Arrays;
import java.util.Optional;

/// A processor for which there are filters, named as in the property `os.arch`.
public enum Architecture {
  AMD64(0xC000003E),
  AARCH64(0xC00000B7);

  /// The kernel's `AUDIT_ARCH` number.
  final int audit;

  Architecture(int audit) {
    this.audit = audit;
  }

  /// The processor of this machine, if it is one of them.
  public static Optional<Architecture> ofThisMachine() {
    String name = System.getProperty("os.arch");
    return Arrays.stream(values()).filter(known -> known.name().equalsIgnoreCase(name)).findFirst();
  }
}
