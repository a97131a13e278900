package duet.lane.process;

import java.util.OptionalInt;

/// A call of the Linux kernel that a sandbox has to know, with its number on each architecture:
/// those of the kernel's tables `syscall_64.tbl` (x86) and `asm-generic/unistd.h` (arm64).
enum SystemCall {
  SOCKET(41, 198),
  FORK(57, SystemCall.NONE),
  VFORK(58, SystemCall.NONE),
  CLONE(56, 220),
  CLONE3(435, 435),
  PTRACE(101, 117),
  PIVOT_ROOT(155, 41),
  MOUNT(165, 40),
  UMOUNT2(166, 39),
  ADD_KEY(248, 217),
  REQUEST_KEY(249, 218),
  KEYCTL(250, 219),
  UNSHARE(272, 97),
  SETNS(308, 268),
  PERF_EVENT_OPEN(298, 241),
  BPF(321, 280),
  USERFAULTFD(323, 282),
  IO_URING_SETUP(425, 425),
  IO_URING_ENTER(426, 426),
  IO_URING_REGISTER(427, 427);

  private static final int NONE = -1;

  private final int onAmd64;
  private final int onAarch64;

  SystemCall(int onAmd64, int onAarch64) {
    this.onAmd64 = onAmd64;
    this.onAarch64 = onAarch64;
  }

  /// Its number there; empty where that architecture does not have it.
  OptionalInt number(Architecture architecture) {
    int number =
        switch (architecture) {
          case AMD64 -> onAmd64;
          case AARCH64 -> onAarch64;
        };
    return number == NONE ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /// A processor for which there is a filter, named as in the property `os.arch`.
  enum Architecture {
    AMD64(0xC000003E),
    AARCH64(0xC00000B7);

    /// The kernel's `AUDIT_ARCH` number.
    final int audit;

    Architecture(int audit) {
      this.audit = audit;
    }
  }
}
