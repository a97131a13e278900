import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

// What a script tries in the sandbox, and should not get. Arguments: the secret, a file outside, a
// home folder, a port that is open on this machine, the folder of Duet.

String secret;

interface Trial {
  Object get() throws Throwable;
}

void attempt(String what, Trial trial) {
  try {
    IO.println("got in: " + what + ": " + firstLine(trial.get()));
  } catch (Throwable e) {
    IO.println("denied: " + what + ": " + firstLine(e));
  }
}

String firstLine(Object object) {
  return String.valueOf(object).lines().findFirst().orElse("");
}

void main(String[] arguments) {
  secret = arguments[0];
  readFiles(Path.of(arguments[1]), Path.of(arguments[2]), Path.of(arguments[4]));
  writeFiles(Path.of(arguments[1]), Path.of(arguments[4]));
  findSecrets();
  openMemory();
  changeTheKernel();
  useTheNetwork(Integer.parseInt(arguments[3]));
  startProcesses();
  takeRights();
  callTheKernel();
  fillMemory();
  fillFiles();
  becomeOtherPrograms();
}

void readFiles(Path outside, Path home, Path duet) {
  attempt("read a file outside", () -> Files.readString(outside));
  attempt(
      "read a file beside a link",
      () -> Files.readString(Files.createSymbolicLink(Path.of("link"), outside)));
  attempt("read the password file", () -> Files.readString(Path.of("/etc/passwd")));
  attempt("read the shadow file", () -> Files.readString(Path.of("/etc/shadow")));
  attempt("read Duet's sources", () -> Files.readString(duet.resolve("pom.xml")));
  attempt("list the home folder", () -> list(home));
  attempt("list the folder outside", () -> only(list(outside.getParent()), "attempts.java"));
  attempt(
      "list the root's other folders",
      () ->
          only(
              list(Path.of("/")),
              "/dev",
              "/etc",
              "/lib",
              "/lib64",
              "/proc",
              "/scratch",
              "/usr",
              "/tmp",
              "/" + duet.getName(0),
              "/" + outside.getName(0)));
  attempt("list /sys", () -> list(Path.of("/sys")));
  attempt("list /var", () -> list(Path.of("/var")));
  attempt("list /run", () -> list(Path.of("/run")));
  attempt(
      "read the root folder of the first process",
      () -> Files.readString(Path.of("/proc/1/root" + outside)));
  attempt(
      "read through a descriptor of the first process",
      () -> {
        for (Path link : list(Path.of("/proc/1/fd"))) {
          if (Files.isDirectory(link) && !ownThreads(link)) {
            return Files.readSymbolicLink(link);
          }
        }
        throw new IllegalStateException("no other folder is open");
      });
}

/// Whether this is the folder that the host opens when it looks at its own threads.
boolean ownThreads(Path link) throws Exception {
  return Files.readSymbolicLink(link).equals(Path.of("/proc/1/task"));
}

List<Path> list(Path folder) throws Exception {
  try (Stream<Path> entries = Files.list(folder)) {
    return entries.toList();
  }
}

/// What is left of a list without what may be there; nothing is an error.
List<Path> only(List<Path> entries, String... expected) {
  List<Path> rest =
      entries.stream().filter(e -> Stream.of(expected).noneMatch(e::endsWith)).toList();
  if (rest.isEmpty()) {
    throw new IllegalStateException("there is nothing else");
  }
  return rest;
}

void writeFiles(Path outside, Path duet) {
  for (Path path :
      List.of(
          outside.resolveSibling("new.txt"),
          Path.of("/usr/lib/duet"),
          Path.of("/duet"),
          Path.of("/dev/duet"),
          Path.of("/dev/shm/duet"),
          Path.of("/tmp/duet"),
          Path.of("/proc/duet"),
          Path.of("/etc/duet"),
          duet.resolve("target/duet/duet"))) {
    attempt("write " + path, () -> Files.writeString(path, "x"));
  }
  attempt(
      "write the script", () -> Files.writeString(outside.resolveSibling("attempts.java"), "x"));
  attempt(
      "delete the script",
      () -> {
        Files.delete(outside.resolveSibling("attempts.java"));
        return "deleted";
      });
  attempt("rename a folder", () -> Files.move(Path.of("/usr"), Path.of("/usr2")));
  attempt("make a device", () -> call(133, 33, address("device"), 0x61B6, 0x103));
}

void findSecrets() {
  attempt("find the secret in the own environment", () -> found(System.getenv().toString()));
  attempt(
      "find the secret in an environment",
      () -> {
        var all = new StringBuilder();
        for (Path process : list(Path.of("/proc"))) {
          try {
            all.append(Files.readString(process.resolve("environ")));
          } catch (Exception e) {
            // no process, or hidden
          }
        }
        return found(all.toString());
      });
  attempt(
      "find the secret in a command line",
      () -> found(Files.readString(Path.of("/proc/1/cmdline"))));
  attempt(
      "find another process",
      () -> {
        List<Path> others =
            list(Path.of("/proc")).stream()
                .filter(
                    p ->
                        p.getFileName().toString().matches("[0-9]+")
                            && !p.endsWith(String.valueOf(ProcessHandle.current().pid())))
                .toList();
        if (others.isEmpty()) {
          throw new IllegalStateException("there is none");
        }
        return others;
      });
  attempt(
      "find the machine's name",
      () -> {
        String name = Files.readString(Path.of("/proc/sys/kernel/hostname"));
        return name;
      });
}

String found(String text) {
  if (text.contains(secret)) {
    return text;
  }
  throw new IllegalStateException("it is not there");
}

void openMemory() {
  for (String path :
      List.of(
          "/proc/1/mem",
          "/proc/self/mem",
          "/proc/thread-self/mem",
          "/proc/self/task/" + ProcessHandle.current().pid() + "/mem")) {
    attempt("read " + path, () -> new RandomAccessFile(path, "r").length());
    attempt("write " + path, () -> new RandomAccessFile(path, "rw").length());
  }
  attempt("read /proc/kcore", () -> new RandomAccessFile("/proc/kcore", "r").read());
  attempt("read /dev/mem", () -> new RandomAccessFile("/dev/mem", "r").read());
  attempt("read /dev/kmsg", () -> new RandomAccessFile("/dev/kmsg", "r").read());
}

void changeTheKernel() {
  for (String name :
      List.of(
          "kernel/core_pattern",
          "kernel/randomize_va_space",
          "kernel/hostname",
          "kernel/panic",
          "kernel/modprobe",
          "vm/overcommit_memory",
          "vm/drop_caches",
          "fs/suid_dumpable",
          "net/ipv4/ip_forward",
          "user/max_user_namespaces")) {
    attempt(
        "write /proc/sys/" + name, () -> new RandomAccessFile("/proc/sys/" + name, "rw").length());
  }
  for (String name :
      List.of(
          "sysrq-trigger",
          "irq/default_smp_affinity",
          "self/oom_score_adj",
          "self/uid_map",
          "self/gid_map",
          "self/setgroups",
          "self/clear_refs",
          "self/coredump_filter")) {
    attempt("write /proc/" + name, () -> new RandomAccessFile("/proc/" + name, "rw").length());
  }
  for (String name :
      List.of(
          "keys",
          "key-users",
          "timer_list",
          "kallsyms",
          "kmsg",
          "config.gz",
          "cmdline",
          "iomem",
          "modules",
          "slabinfo",
          "vmallocinfo",
          "interrupts",
          "partitions",
          "diskstats",
          "sched_debug",
          "sys/kernel/random/boot_id",
          "sysvipc/shm",
          "bus/pci/devices",
          "driver/rtc",
          "fs/ext4",
          "tty/drivers")) {
    attempt("read /proc/" + name, () -> new RandomAccessFile("/proc/" + name, "r").read());
  }
}

void useTheNetwork(int port) {
  attempt("connect to this machine", () -> new Socket("127.0.0.1", port));
  attempt(
      "connect to the world",
      () -> new Socket(InetAddress.getByAddress(new byte[] {1, 1, 1, 1}), 80));
  attempt("listen", () -> new ServerSocket(0).getLocalPort());
  attempt("send a datagram", () -> DatagramChannel.open());
  attempt(
      "open a Unix socket",
      () -> SocketChannel.open(UnixDomainSocketAddress.of("/scratch/socket")));
  attempt(
      "listen on a Unix socket",
      () ->
          ServerSocketChannel.open(java.net.StandardProtocolFamily.UNIX)
              .bind(UnixDomainSocketAddress.of("/scratch/socket")));
  attempt("ask for a name", () -> InetAddress.getByName("example.org"));
  attempt("open a raw socket", () -> call(41, 198, 2, 3, 1));
  attempt("open a netlink socket", () -> call(41, 198, 16, 3, 0));
  attempt("open a packet socket", () -> call(41, 198, 17, 3, 0));
  attempt("open a cipher's socket", () -> call(41, 198, 38, 5, 0));
}

void startProcesses() {
  String java = System.getProperty("java.home") + "/bin/java";
  attempt("start a program", () -> new ProcessBuilder("/bin/true").start());
  attempt("start java", () -> new ProcessBuilder(java, "-version").start());
  attempt("fork", () -> libc("fork"));
  attempt("vfork", () -> libc("vfork"));
  attempt("clone", () -> call(56, 220, 17, 0, 0, 0, 0));
  attempt(
      "clone a thread into a namespace",
      () -> call(56, 220, 0x10000 | 0x900 | 0x400 | 0x20000000, 0, 0, 0, 0));
  attempt("clone3", () -> call(435, 435, 0, 0));
}

void takeRights() {
  attempt(
      "be root",
      () -> {
        String status = Files.readString(Path.of("/proc/self/status"));
        return holds(status.lines().anyMatch(line -> line.matches("[UG]id:.*\\b0\\b.*")), status);
      });
  attempt(
      "have a capability",
      () -> {
        String status = Files.readString(Path.of("/proc/self/status"));
        return holds(
            status.lines().anyMatch(line -> line.matches("Cap(Inh|Prm|Eff|Amb):.*[^0\\s].*")),
            status);
      });
  attempt(
      "gain privileges by a program",
      () ->
          holds(
              !Files.readString(Path.of("/proc/self/status")).contains("NoNewPrivs:\t1"),
              "no_new_privs is not set"));
  attempt(
      "have no filter",
      () ->
          holds(
              !Files.readString(Path.of("/proc/self/status")).contains("Seccomp:\t2"),
              "no filter"));
  attempt(
      "be root outside",
      () -> {
        String map = Files.readString(Path.of("/proc/self/uid_map"));
        return holds(map.strip().split("\\s+")[1].equals("0"), map);
      });
  attempt("setuid", () -> call(105, 146, 0));
  attempt("setgid", () -> call(106, 144, 0));
  attempt("setresuid", () -> call(117, 147, 0, 0, 0));
  attempt("setgroups", () -> call(116, 159, 0, 0));
  attempt("capset", () -> call(126, 91, 0, 0));
  attempt("allow others to look at the memory", () -> call(157, 167, 4, 1, 0, 0, 0));
  attempt("ask for privileges to trace", () -> call(157, 167, 0x59616d61, -1, 0, 0, 0));
  attempt("add a filter", () -> call(317, 277, 1, 0, 0));
  attempt("raise a limit", () -> call(302, 261, 0, 9, address(-1L, -1L), 0));
  attempt("raise the priority", () -> call(141, 140, 0, 0, -20));
  attempt("run in real time", () -> call(144, 119, 0, 1, address(1L)));
}

Object holds(boolean got, Object what) {
  if (!got) {
    throw new IllegalStateException("it is not so");
  }
  return what;
}

void callTheKernel() {
  attempt("process_vm_readv", () -> call(310, 270, ProcessHandle.current().pid(), 0, 0, 0, 0, 0));
  attempt("process_vm_writev", () -> call(311, 271, ProcessHandle.current().pid(), 0, 0, 0, 0, 0));
  attempt("ptrace", () -> call(101, 117, 0, 0, 0, 0));
  attempt(
      "kcmp",
      () -> call(312, 272, ProcessHandle.current().pid(), ProcessHandle.current().pid(), 0, 0, 0));
  attempt("pidfd_open", () -> call(434, 434, ProcessHandle.current().pid(), 0));
  attempt("pidfd_getfd", () -> call(438, 438, 0, 0, 0));
  attempt("process_madvise", () -> call(440, 440, 0, 0, 0, 0, 0));
  attempt("unshare", () -> call(272, 97, 0x10000000));
  attempt("setns", () -> call(308, 268, 0, 0));
  attempt("mount", () -> call(165, 40, 0, 0, 0, 0, 0));
  attempt("umount2", () -> call(166, 39, address("/scratch"), 0));
  attempt("pivot_root", () -> call(155, 41, 0, 0));
  attempt("chroot", () -> call(161, 51, address("/scratch")));
  attempt("open_tree", () -> call(428, 428, 0, 0, 0));
  attempt("move_mount", () -> call(429, 429, 0, 0, 0, 0, 0));
  attempt("fsopen", () -> call(430, 430, 0, 0));
  attempt("mount_setattr", () -> call(442, 442, 0, 0, 0, 0, 0));
  attempt("add_key", () -> call(248, 217, 0, 0, 0, 0, 0));
  attempt("request_key", () -> call(249, 218, 0, 0, 0, 0));
  attempt("keyctl", () -> call(250, 219, 0, 0, 0, 0, 0));
  attempt("bpf", () -> call(321, 280, 0, 0, 0));
  attempt("perf_event_open", () -> call(298, 241, 0, 0, 0, 0, 0));
  attempt("userfaultfd", () -> call(323, 282, 0));
  attempt("io_uring_setup", () -> call(425, 425, 1, 0));
  attempt("io_uring_enter", () -> call(426, 426, 0, 0, 0, 0, 0));
  attempt("io_uring_register", () -> call(427, 427, 0, 0, 0, 0));
  attempt("io_setup", () -> call(206, 0, 1, 0));
  attempt("init_module", () -> call(175, 105, 0, 0, 0));
  attempt("finit_module", () -> call(313, 273, 0, 0, 0));
  attempt("delete_module", () -> call(176, 106, 0, 0));
  attempt("kexec_load", () -> call(246, 104, 0, 0, 0, 0));
  attempt("reboot", () -> call(169, 142, 0, 0, 0, 0));
  attempt("swapon", () -> call(167, 224, 0, 0));
  attempt("acct", () -> call(163, 89, 0));
  attempt("quotactl", () -> call(179, 60, 0, 0, 0, 0));
  attempt("sethostname", () -> call(170, 161, 0, -1));
  attempt("setdomainname", () -> call(171, 162, 0, -1));
  attempt("settimeofday", () -> call(164, 170, 0, 0));
  attempt("clock_settime", () -> call(227, 112, 0, 0));
  attempt("clock_adjtime", () -> call(305, 266, 0, 0));
  attempt("syslog", () -> call(103, 116, 3, 0, 0));
  attempt("personality", () -> call(135, 92, 0x0040000));
  attempt("name_to_handle_at", () -> call(303, 264, 0, 0, 0, 0, 0));
  attempt("open_by_handle_at", () -> call(304, 265, 0, 0, 0));
  attempt("fanotify_init", () -> call(300, 262, 0, 0));
  attempt("mbind", () -> call(237, 235, 0, 0, 0, 0, 0, 0));
  attempt("move_pages", () -> call(279, 239, 0, 0, 0, 0, 0, 0));
  attempt("mlockall", () -> call(151, 230, 1));
  attempt("vmsplice", () -> call(278, 75, 0, 0, 0, 0));
  attempt("landlock_create_ruleset", () -> call(444, 444, 0, 0, 1));
  attempt("memfd_secret", () -> call(447, 447, 0));
  attempt("kill every process", () -> call(62, 129, -1, 0));
  attempt("kill the first process", () -> call(62, 129, 1, 0));
  attempt("stop the own process", () -> call(62, 129, ProcessHandle.current().pid(), 0));
  attempt("push a character to a terminal", () -> call(16, 29, 0, 0x5412, address("x")));
  attempt("a call of 32 bits", () -> call(0x40000000 + 39, 0x40000000 + 39));
}

void fillMemory() {
  attempt("make a memory file", () -> call(319, 279, address("duet"), 0));
  attempt("make an executable memory file", () -> call(319, 279, address("duet"), 0x10));
  attempt("make shared memory", () -> call(29, 194, 0, 1 << 20, 0x3B6));
  attempt("make a message queue", () -> call(68, 186, 0, 0x3B6));
  attempt("make semaphores", () -> call(64, 190, 0, 1, 0x3B6));
  attempt("open a message queue", () -> call(240, 180, address("/duet"), 0x42, 0x1B6, 0));
  attempt("map shared memory without a file", () -> call(9, 222, 0, 1 << 20, 3, 0x21, -1, 0));
  attempt(
      "enlarge a pipe",
      () -> {
        MemorySegment ends = Arena.global().allocate(8);
        long made = call(22, 59, ends, 0);
        return call(72, 25, ends.get(ValueLayout.JAVA_INT, 0), 1031, 1 << 20);
      });
}

/// Nothing of the script is left if one of these succeeds.
void becomeOtherPrograms() {
  String java = System.getProperty("java.home") + "/bin/java";
  attempt(
      "run a program from the own folder",
      () -> {
        Path copy =
            Files.copy(Path.of(System.getProperty("java.home"), "bin", "java"), Path.of("copy"));
        copy.toFile().setExecutable(true);
        return call(59, 221, address("/scratch/copy"), address(0), address(0));
      });
  attempt("become java", () -> call(59, 221, address(java), address(java, "-version"), address(0)));
  attempt(
      "become java by descriptor",
      () -> call(322, 281, -100, address(java), address(java, "-version"), address(0), 0));
  attempt(
      "become the loader",
      () ->
          call(
              59, 221, address("/lib64/ld-linux-x86-64.so.2"), address("ld.so", java), address(0)));
}

/// Fills every place that can be written to; they hold 64 MiB in all.
void fillFiles() {
  attempt(
      "fill more than 65 MiB",
      () -> {
        byte[] block = new byte[1 << 20];
        long written = 0;
        for (String folder :
            List.of(
                "/scratch",
                "/tmp",
                "/dev/shm",
                "/dev",
                "/",
                "/proc",
                "/run",
                "/var/tmp",
                "/dev/mqueue")) {
          try (var file =
              Files.newOutputStream(Path.of(folder, "big"), StandardOpenOption.CREATE)) {
            for (int i = 0; i < 200; i++) {
              file.write(block);
              written += block.length;
            }
          } catch (Exception e) {
            // it is full, or not to be written to
          }
        }
        return holds(written > 65L << 20, written);
      });
}

final Linker linker = Linker.nativeLinker();
final StructLayout state = Linker.Option.captureStateLayout();
final MemorySegment errno = Arena.global().allocate(state);

/// Calls a function of the C library that has no parameters.
Object libc(String name) throws Throwable {
  MethodHandle function =
      linker.downcallHandle(
          linker.defaultLookup().find(name).orElseThrow(),
          FunctionDescriptor.of(ValueLayout.JAVA_INT),
          Linker.Option.captureCallState("errno"));
  return answer((int) function.invoke(errno));
}

/// Makes a system call, by its number on each architecture.
long call(int onAmd64, int onAarch64, Object... arguments) throws Throwable {
  var all = new ArrayList<Object>();
  all.add(errno);
  all.add((long) (System.getProperty("os.arch").equals("amd64") ? onAmd64 : onAarch64));
  for (int i = 0; i < 6; i++) {
    Object argument = i < arguments.length ? arguments[i] : 0L;
    all.add(
        argument instanceof MemorySegment memory
            ? memory.address()
            : ((Number) argument).longValue());
  }
  MethodHandle function =
      linker.downcallHandle(
          linker.defaultLookup().find("syscall").orElseThrow(),
          FunctionDescriptor.of(
              ValueLayout.JAVA_LONG,
              Stream.generate(() -> ValueLayout.JAVA_LONG).limit(7).toArray(MemoryLayout[]::new)),
          Linker.Option.captureCallState("errno"),
          Linker.Option.firstVariadicArg(1));
  return answer((long) function.invokeWithArguments(all));
}

/// A call that the kernel looked at counts as made, even if it did not like the arguments.
long answer(long result) {
  int error = (int) state.varHandle(MemoryLayout.PathElement.groupElement("errno")).get(errno, 0L);
  if (result == -1 && List.of(1, 13, 38).contains(error)) {
    throw new IllegalStateException(error == 1 ? "EPERM" : error == 13 ? "EACCES" : "ENOSYS");
  }
  return result == -1 ? -error : result;
}

MemorySegment address(String text) {
  return Arena.global().allocateFrom(text);
}

MemorySegment address(long... numbers) {
  return Arena.global().allocateFrom(ValueLayout.JAVA_LONG, numbers);
}

/// A list of texts as C has it, with a zero at its end.
MemorySegment address(String first, String... others) {
  var addresses = new long[others.length + 2];
  addresses[0] = address(first).address();
  for (int i = 0; i < others.length; i++) {
    addresses[i + 1] = address(others[i]).address();
  }
  return address(addresses);
}
