package duet.batch;

import duet.scenario.InputFault;
import duet.scenario.Scenario;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/// One part of a batch that is divided among machines. A scenario's path alone decides its part, so
/// a new scenario moves no other.
///
/// @param number which part, counted from 1
/// @param of how many parts the batch has
public record Shard(int number, int of) {
  /// The whole batch.
  public static final Shard WHOLE = new Shard(1, 1);

  private static final Pattern FORM = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

  /// Reads a shard such as `2/5`.
  ///
  /// @throws InputFault when the text is not of that form
  public static Shard of(String text) throws InputFault {
    Matcher matcher = FORM.matcher(text);
    if (matcher.matches()) {
      var shard = new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
      if (shard.number >= 1 && shard.number <= shard.of) {
        return shard;
      }
    }
    throw InputFault.usage(
        "'" + text + "' is not a shard", "Write --shard 2/5 for the second of five parts.");
  }

  /// As on the command line.
  @Override
  public String toString() {
    return number + "/" + of;
  }

  /// The scenarios of this part.
  public List<Scenario> own(List<Scenario> all) {
    return all.stream().filter(scenario -> has(scenario.path())).toList();
  }

  boolean has(String path) {
    var hash = new CRC32();
    hash.update(path.getBytes(StandardCharsets.UTF_8));
    return hash.getValue() % of == number - 1;
  }
}
