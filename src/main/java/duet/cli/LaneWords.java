package duet.cli;

import duet.lane.Lane;
import duet.lane.Lanes;
import java.util.List;
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

  /// `python,java (the default), python or java`.
  private String choice() {
    List<String> ids = lanes.all().stream().map(Lane::id).toList();
    String single =
        ids.size() == 1
            ? ids.getFirst()
            : String.join(", ", ids.subList(0, ids.size() - 1)) + " or " + ids.getLast();
    return Lanes.ids(lanes.usual()) + " (the default), " + single;
  }

  /// `.py, .ipynb or .java`.
  private String files() {
    return lanes.scripts().languages().words("or");
  }
}
