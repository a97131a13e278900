package duet.lane.host;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

class ProcessFingerprintTest {
  /// A script may change how numbers are written and nothing else of its locale.
  @Test
  @ResourceLock(Resources.LOCALE)
  void aLocaleOfOneCategoryIsSeen() {
    Locale own = Locale.getDefault(Locale.Category.FORMAT);
    ProcessFingerprint before = ProcessFingerprint.taken(Set.of());
    try {
      Locale.setDefault(Locale.Category.FORMAT, Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertFalse(before.isUnchanged());
    } finally {
      Locale.setDefault(Locale.Category.FORMAT, own);
    }
  }
}
