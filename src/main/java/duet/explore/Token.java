package duet.explore;

import duet.lane.protocol.Switches;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names one schedule of one script, such as `java.5c3e9a.7-2.12-1`: the lane, a hash of the
/// script, and the steps at which another thread goes on than usual.
public record Token(String lane, String hash, Deviations deviations) {
  private static final Pattern FORM =
      Pattern.compile("(.+)\\.([0-9a-f]{6})\\.(stay|\\d+-\\d+(?:\\.\\d+-\\d+)*)");

  private static final int HASH_BYTES = 3;

  /// The token in a text; empty where it is none.
  public static Optional<Token> of(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Token(parts.group(1), parts.group(2), Deviations.ofToken(parts.group(3))));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // a number is too large
    }
  }

  /// The hash of a script: of all that its schedules depend on.
  ///
  /// @param texts the script's text and those of the files that it is compiled with
  /// @param arguments what it gets on its command line
  public static String hash(List<String> texts, List<String> arguments, Switches switches) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String text : texts) {
        update(digest, text);
      }
      update(digest, switches.word());
      for (String argument : arguments) {
        update(digest, argument);
      }
      return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }

  private static void update(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  @Override
  public String toString() {
    return lane + "." + hash + "." + deviations.token();
  }
}
