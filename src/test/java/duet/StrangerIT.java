package duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What root has built plays for a user whom the system does not know: without a home, without an
/// environment, and without a right to write into the checkout.
class StrangerIT {
  private static final List<String> STRANGER =
      List.of("setpriv", "--reuid=54321", "--regid=54321", "--clear-groups");

  @BeforeEach
  void areThereStrangers() throws Exception {
    assumeTrue(System.getProperty("user.name").equals("root"), "only root starts as another user");
    assumeTrue(Files.exists(Path.of("/usr/bin/setpriv")), "no setpriv on this machine");
    assumeTrue(start("test", "-x", Duet.LAUNCHER).status() == 0, "others cannot see the checkout");
  }

  private static Duet start(Object... words) throws Exception {
    var command = new ArrayList<>(List.of("env", "-i"));
    command.add("DUET_JAVA_HOME=" + System.getProperty("java.home"));
    command.addAll(STRANGER);
    List.of(words).forEach(word -> command.add(word.toString()));
    return Duet.exec(Path.of("/"), Map.of(), command);
  }

  @Test
  void bothLanesPlay() throws Exception {
    Duet run = start(Duet.LAUNCHER, "run", "condition", "--speed", 20);
    assertEquals(0, run.status(), run.out() + run.err());
    assertTrue(run.out().contains("same lines 3 of 3"), run.out());
    assertEquals("", run.err());
  }

  @Test
  void aBatchSaysWhereItsLogIs() throws Exception {
    assumeTrue(Duet.THOROUGH);
    Path module = Duet.ROOT.resolve("scripts/04-synchronization");
    Duet batch =
        start(
            Duet.LAUNCHER, "batch", module, "--include", "lock", "--lanes", "java", "--speed", 20);
    assertEquals(0, batch.status(), batch.out() + batch.err());
    Matcher place = Pattern.compile("so it is in (/.+\\.jsonl)").matcher(batch.err());
    assertTrue(place.find(), batch.err());
    Path log = Path.of(place.group(1));
    assertTrue(Files.readString(log).contains("\"result\""));
    Files.delete(log);
  }
}
