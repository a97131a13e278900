package duet.run;

import duet.lane.HostProgram;
import duet.lane.Jit;
import duet.lane.Lane;
import duet.lane.LaneDescription;
import duet.scenario.ScriptLanguage;
import duet.scenario.folder.Home;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A lane whose hosts are [FakeHost]s.
///
/// @param id also the suffix of its scripts
record FakeLane(String id) implements Lane {
  @Override
  public LaneDescription description() {
    var scripts = new ScriptLanguage(id, List.of(id), Set.of());
    return new LaneDescription("Fake", scripts, false, "", Optional.empty());
  }

  @Override
  public HostProgram program(Home home, Jit jit) {
    throw new UnsupportedOperationException("a fake host needs no program");
  }
}
