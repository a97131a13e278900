package duet.lane.protocol;

import java.nio.charset.StandardCharsets;

/// Tags the lines of one pipe, or checks their tags. A tag stands before its line, in sixteen
/// hexadecimal digits. It depends on the [PipeKey], the line, and how many lines came before. So
/// nobody else can write a line, change one, leave one out, or send one again. For one thread.
public final class LineTags {
  private static final int DIGITS = 16;
  private static final int BITS = 4;
  private static final byte[] HEXADECIMAL = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private final PipeKey key;
  private final boolean isSame;
  private long number;

  private LineTags(PipeKey key, long first, boolean isSame) {
    this.key = key;
    this.isSame = isSame;
    number = first;
  }

  /// @param first the number of the first line
  LineTags(PipeKey key, long first) {
    this(key, first, false);
  }

  /// Tags that are the same for every line.
  static LineTags same(PipeKey key) {
    return new LineTags(key, 0, true);
  }

  /// A line comes from somebody who has not the key, or not in its turn.
  public static final class FalseTag extends Exception {
    private static final long serialVersionUID = 1;

    FalseTag() {
      super("a line with a false tag");
    }
  }

  /// The next line with its tag and its end.
  public byte[] tagged(String line) {
    byte[] text = line.getBytes(StandardCharsets.UTF_8);
    long tag = tag(text, 0, text.length);
    var tagged = new byte[DIGITS + text.length + 1];
    for (int i = 0; i < DIGITS; i++) {
      tagged[i] = digit(tag, i);
    }
    System.arraycopy(text, 0, tagged, DIGITS, text.length);
    tagged[tagged.length - 1] = '\n';
    return tagged;
  }

  /// The next line without its tag.
  ///
  /// @param tagged without its end
  /// @throws FalseTag if this is not the line that was written next
  public String untagged(byte[] tagged) throws FalseTag {
    int length = tagged.length - DIGITS;
    if (length < 0) {
      throw new FalseTag();
    }
    long tag = tag(tagged, DIGITS, length);
    for (int i = 0; i < DIGITS; i++) {
      if (tagged[i] != digit(tag, i)) {
        throw new FalseTag();
      }
    }
    return new String(tagged, DIGITS, length, StandardCharsets.UTF_8);
  }

  private long tag(byte[] line, int from, int length) {
    return isSame ? key.firstHalf() : key.tag(number++, line, from, length);
  }

  private static byte digit(long tag, int index) {
    return HEXADECIMAL[(int) (tag >>> (BITS * (DIGITS - 1 - index))) & 0xF];
  }
}
