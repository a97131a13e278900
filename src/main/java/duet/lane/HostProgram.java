package duet.lane;

import duet.lane.protocol.HostContract;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How a lane's hosts are started. They speak [duet.lane.protocol.JsonLines] over the file
/// descriptors that [duet.lane.protocol.HostContract] names.
public sealed interface HostProgram {
  /// The command that starts one.
  List<String> command();

  /// The command that starts one where the operating system confines it.
  ///
  /// @param scratch the only folder that it can write to
  List<String> confinedCommand(String scratch);

  /// The files and folders that one reads besides its script and what belongs to the system.
  List<Path> reads();

  /// What observes its hosts from Duet's side, where they cannot do that themselves.
  default Optional<HostObserver.Start> observer() {
    return Optional.empty();
  }

  /// On a JVM, which can be trained.
  ///
  /// @param hostClass the main class
  record OnJvm(Jvm jvm, String hostClass) implements HostProgram {
    @Override
    public List<String> command() {
      return jvm.command(hostClass);
    }

    @Override
    public List<String> confinedCommand(String scratch) {
      return jvm.with("-D" + HostContract.CONFINED + "=" + HostContract.IS_CONFINED)
          .with("-Djava.io.tmpdir=" + scratch)
          .with("-XX:-UsePerfData")
          .command(hostClass);
    }

    /// The command whose JVM writes its AOT cache at the end.
    ///
    /// @param cache the folder of what can be made again, and of what the JVM says
    public List<String> trainingCommand(Path cache) {
      return jvm.with("-D" + HostContract.CACHE + "=" + cache)
          .with("-D" + HostContract.CONFINED + "=" + HostContract.REHEARSES)
          .trainingCommand(hostClass, cache);
    }

    @Override
    public List<Path> reads() {
      return List.of(Jvm.OWN_JAVA_HOME, jvm.home().program());
    }
  }

  /// Any other program.
  ///
  /// @param confined what it is told besides where it is confined
  /// @param reads the files and folders that it reads
  /// @param observer what observes its hosts from Duet's side, where they cannot do that
  ///   themselves. Such a host cannot keep its key from its script either: it sends the key's first
  ///   half before each of its lines ([duet.lane.protocol.PipeKey#sameForAll])
  record Executable(
      List<String> command,
      List<String> confined,
      List<Path> reads,
      Optional<HostObserver.Start> observer)
      implements HostProgram {
    /// A program whose hosts watch themselves.
    public Executable(List<String> command, List<String> confined, List<Path> reads) {
      this(command, confined, reads, Optional.empty());
    }

    public Executable {
      command = List.copyOf(command);
      confined = List.copyOf(confined);
      reads = List.copyOf(reads);
    }

    @Override
    public List<String> confinedCommand(String scratch) {
      var all = new ArrayList<>(command);
      all.addAll(confined);
      return all;
    }
  }
}
