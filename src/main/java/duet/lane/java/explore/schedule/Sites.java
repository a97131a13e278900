package duet.lane.java.explore.schedule;

import java.util.ArrayList;
import java.util.List;

/// The places of the script that this host explores, by number: woven code can name them so.
public final class Sites {
  private static final List<Site> ALL = new ArrayList<>();

  private Sites() {}

  /// The number of a new place.
  public static int add(Site site) {
    ALL.add(site);
    return ALL.size() - 1;
  }

  /// The place with this number.
  public static Site get(int number) {
    return ALL.get(number);
  }
}
