package duet.run;

import duet.lane.Jit;
import duet.lane.Jvm;
import duet.lane.Lane;
import duet.scenario.folder.Home;

/// A lane whose hosts are [FakeHost]s.
///
/// @param id also the extension of its scripts
record FakeLane(String id) implements Lane {
  @Override
  public String extension() {
    return id;
  }

  @Override
  public Jvm jvm(Home home, Jit jit) {
    throw new UnsupportedOperationException("a fake host needs no JVM");
  }

  @Override
  public String hostClass() {
    throw new UnsupportedOperationException("a fake host needs no class");
  }
}
