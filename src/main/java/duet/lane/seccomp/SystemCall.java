package duet.lane.seccomp;

import static duet.lane.seccomp.CallGroup.CLOCKS;
import static duet.lane.seccomp.CallGroup.FILES;
import static duet.lane.seccomp.CallGroup.MEMORY;
import static duet.lane.seccomp.CallGroup.PIPES;
import static duet.lane.seccomp.CallGroup.PROCESS;
import static duet.lane.seccomp.CallGroup.SIGNALS;
import static duet.lane.seccomp.CallGroup.START;
import static duet.lane.seccomp.CallGroup.THREADS;

import java.util.OptionalInt;

/// A call of the Linux kernel that a confined host may make, with its number on each architecture:
/// those of the kernel's tables `syscall_64.tbl` (x86) and `asm-generic/unistd.h` (arm64). Every
/// other call fails.
public enum SystemCall {
  EXECVE(START, 59, 221),
  SECCOMP(START, 317, 277),
  BRK(MEMORY, 12, 214),
  MADVISE(MEMORY, 28, 233),
  MMAP(MEMORY, 9, 222),
  MPROTECT(MEMORY, 10, 226),
  MREMAP(MEMORY, 25, 216),
  MSYNC(MEMORY, 26, 227),
  MUNMAP(MEMORY, 11, 215),
  ARCH_PRCTL(THREADS, 158, SystemCall.NONE),
  CLOCK_NANOSLEEP(THREADS, 230, 115),
  CLONE(THREADS, 56, 220),
  EXIT(THREADS, 60, 93),
  EXIT_GROUP(THREADS, 231, 94),
  FUTEX(THREADS, 202, 98),
  GETTID(THREADS, 186, 178),
  NANOSLEEP(THREADS, 35, 101),
  PRCTL(THREADS, 157, 167),
  RESTART_SYSCALL(THREADS, 219, 128),
  RSEQ(THREADS, 334, 293),
  SCHED_GETAFFINITY(THREADS, 204, 123),
  SCHED_YIELD(THREADS, 24, 124),
  SET_ROBUST_LIST(THREADS, 273, 99),
  SET_TID_ADDRESS(THREADS, 218, 96),
  RT_SIGACTION(SIGNALS, 13, 134),
  RT_SIGPROCMASK(SIGNALS, 14, 135),
  RT_SIGRETURN(SIGNALS, 15, 139),
  SIGALTSTACK(SIGNALS, 131, 132),
  TGKILL(SIGNALS, 234, 131),
  CLOCK_GETRES(CLOCKS, 229, 114),
  CLOCK_GETTIME(CLOCKS, 228, 113),
  GETRUSAGE(CLOCKS, 98, 165),
  GETTIMEOFDAY(CLOCKS, 96, 169),
  TIME(CLOCKS, 201, SystemCall.NONE),
  TIMES(CLOCKS, 100, 153),
  ACCESS(FILES, 21, SystemCall.NONE),
  CHDIR(FILES, 80, 49),
  CHMOD(FILES, 90, SystemCall.NONE),
  CLOSE(FILES, 3, 57),
  COPY_FILE_RANGE(FILES, 326, 285),
  DUP(FILES, 32, 23),
  DUP2(FILES, 33, SystemCall.NONE),
  DUP3(FILES, 292, 24),
  FACCESSAT(FILES, 269, 48),
  FACCESSAT2(FILES, 439, 439),
  FADVISE64(FILES, 221, 223),
  FALLOCATE(FILES, 285, 47),
  FCHDIR(FILES, 81, 50),
  FCHMOD(FILES, 91, 52),
  FCHMODAT(FILES, 268, 53),
  FCNTL(FILES, 72, 25),
  FDATASYNC(FILES, 75, 83),
  FLOCK(FILES, 73, 32),
  FSTAT(FILES, 5, 80),
  FSTATFS(FILES, 138, 44),
  FSYNC(FILES, 74, 82),
  FTRUNCATE(FILES, 77, 46),
  GETCWD(FILES, 79, 17),
  GETDENTS64(FILES, 217, 61),
  IOCTL(FILES, 16, 29),
  LINK(FILES, 86, SystemCall.NONE),
  LINKAT(FILES, 265, 37),
  LSEEK(FILES, 8, 62),
  LSTAT(FILES, 6, SystemCall.NONE),
  MKDIR(FILES, 83, SystemCall.NONE),
  MKDIRAT(FILES, 258, 34),
  NEWFSTATAT(FILES, 262, 79),
  OPEN(FILES, 2, SystemCall.NONE),
  OPENAT(FILES, 257, 56),
  PREAD64(FILES, 17, 67),
  PWRITE64(FILES, 18, 68),
  READ(FILES, 0, 63),
  READLINK(FILES, 89, SystemCall.NONE),
  READLINKAT(FILES, 267, 78),
  READV(FILES, 19, 65),
  RENAME(FILES, 82, SystemCall.NONE),
  RENAMEAT(FILES, 264, 38),
  RENAMEAT2(FILES, 316, 276),
  RMDIR(FILES, 84, SystemCall.NONE),
  SENDFILE(FILES, 40, 71),
  STAT(FILES, 4, SystemCall.NONE),
  STATFS(FILES, 137, 43),
  STATX(FILES, 332, 291),
  SYMLINK(FILES, 88, SystemCall.NONE),
  SYMLINKAT(FILES, 266, 36),
  TRUNCATE(FILES, 76, 45),
  UMASK(FILES, 95, 166),
  UNLINK(FILES, 87, SystemCall.NONE),
  UNLINKAT(FILES, 263, 35),
  UTIMENSAT(FILES, 280, 88),
  WRITE(FILES, 1, 64),
  WRITEV(FILES, 20, 66),
  EPOLL_CREATE1(PIPES, 291, 20),
  EPOLL_CTL(PIPES, 233, 21),
  EPOLL_PWAIT(PIPES, 281, 22),
  EPOLL_WAIT(PIPES, 232, SystemCall.NONE),
  EVENTFD2(PIPES, 290, 19),
  PIPE(PIPES, 22, SystemCall.NONE),
  PIPE2(PIPES, 293, 59),
  POLL(PIPES, 7, SystemCall.NONE),
  PPOLL(PIPES, 271, 73),
  PSELECT6(PIPES, 270, 72),
  SELECT(PIPES, 23, SystemCall.NONE),
  SOCKETPAIR(PIPES, 53, 199),
  GETEGID(PROCESS, 108, 177),
  GETEUID(PROCESS, 107, 175),
  GETGID(PROCESS, 104, 176),
  GETPID(PROCESS, 39, 172),
  GETPPID(PROCESS, 110, 173),
  GETRANDOM(PROCESS, 318, 278),
  GETUID(PROCESS, 102, 174),
  PRLIMIT64(PROCESS, 302, 261),
  SYSINFO(PROCESS, 99, 179),
  UNAME(PROCESS, 63, 160);

  private static final int NONE = -1;

  /// What the call is for.
  public final CallGroup group;

  private final int onAmd64;
  private final int onAarch64;

  SystemCall(CallGroup group, int onAmd64, int onAarch64) {
    this.group = group;
    this.onAmd64 = onAmd64;
    this.onAarch64 = onAarch64;
  }

  /// Its number there; empty where that architecture does not have it.
  public OptionalInt number(Architecture architecture) {
    int number =
        switch (architecture) {
          case AMD64 -> onAmd64;
          case AARCH64 -> onAarch64;
        };
    return number == NONE ? OptionalInt.empty() : OptionalInt.of(number);
  }
}
