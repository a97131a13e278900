package duet.lane.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Why a Linux kernel may refuse to confine a process of an ordinary user, and what to do about it.
final class KernelSupport {
  private static final String SETTINGS = "sys";

  private final Path proc;

  /// @param proc the folder `/proc`
  KernelSupport(Path proc) {
    this.proc = proc;
  }

  /// The reasons that the kernel tells.
  List<String> refusals() {
    var refusals = new ArrayList<String>();
    if (!Files.exists(proc.resolve("self").resolve("ns").resolve("user"))) {
      refusals.add("this kernel has no user namespaces");
    }
    if (!read("self/status").contains("\nSeccomp:")) {
      refusals.add("this kernel has no system call filters");
    }
    refuse(refusals, "user.max_user_namespaces", "0", "15000");
    refuse(refusals, "kernel.unprivileged_userns_clone", "0", "1");
    refuse(refusals, "kernel.apparmor_restrict_unprivileged_userns", "1", "0");
    return refusals;
  }

  private void refuse(List<String> refusals, String setting, String refusing, String allowing) {
    if (read(SETTINGS + "/" + setting.replace('.', '/')).strip().equals(refusing)) {
      refusals.add(
          "user namespaces are restricted; root can allow them: sysctl -w "
              + setting
              + "="
              + allowing);
    }
  }

  private String read(String path) {
    try {
      return Files.readString(proc.resolve(path));
    } catch (IOException e) {
      return ""; // this kernel does not have it
    }
  }
}
