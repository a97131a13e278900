package duet.cli;

import duet.lane.Lanes;
import java.util.ListResourceBundle;

/// The texts about lanes that `${bundle:…}` stands for in the descriptions of options.
final class LaneWords extends ListResourceBundle {
  private final Lanes lanes;

  LaneWords(Lanes lanes) {
    this.lanes = lanes;
  }

  @Override
  protected Object[][] getContents() {
    return new Object[][] {{"lanes.choice", choice()}, {"lanes.files", files()}};
  }

  /// `python,java (the default), or any that 'duet list --lanes' names`. Which those are depends on
  /// the machine.
  private String choice() {
    return Lanes.ids(lanes.usual()) + " (the default), or any that 'duet list --lanes' names";
  }

  /// `.py, .ipynb or .java`.
  private String files() {
    return lanes.scripts().languages().words("or");
  }
}
