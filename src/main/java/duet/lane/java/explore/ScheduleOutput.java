package duet.lane.java.explore;

import duet.lane.java.explore.schedule.Schedule;
import duet.lane.protocol.OutputChannel;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where an explored script prints. It takes no lock, since what it prints may be an object of the
/// script, whose code takes turns.
final class ScheduleOutput extends PrintStream {
  private final OutputChannel channel;

  ScheduleOutput(OutputChannel channel) {
    super(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    this.channel = channel;
  }

  private void put(String text) {
    Schedule.printed(channel, text);
  }

  @Override
  public void write(int sign) {
    put(String.valueOf((char) (sign & 0xFF)));
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    put(new String(bytes, from, length, StandardCharsets.UTF_8));
  }

  @Override
  public void write(byte[] bytes) {
    write(bytes, 0, bytes.length);
  }

  @Override
  public void flush() {}

  @Override
  public void print(boolean value) {
    put(String.valueOf(value));
  }

  @Override
  public void print(char value) {
    put(String.valueOf(value));
  }

  @Override
  public void print(int value) {
    put(String.valueOf(value));
  }

  @Override
  public void print(long value) {
    put(String.valueOf(value));
  }

  @Override
  public void print(float value) {
    put(String.valueOf(value));
  }

  @Override
  public void print(double value) {
    put(String.valueOf(value));
  }

  @Override
  public void print(char[] value) {
    put(String.valueOf(value));
  }

  @Override
  public void print(@Nullable String value) {
    put(String.valueOf(value));
  }

  @Override
  public void print(@Nullable Object value) {
    put(String.valueOf(value));
  }

  @Override
  public void println() {
    put("\n");
  }

  @Override
  public void println(boolean value) {
    put(value + "\n");
  }

  @Override
  public void println(char value) {
    put(value + "\n");
  }

  @Override
  public void println(int value) {
    put(value + "\n");
  }

  @Override
  public void println(long value) {
    put(value + "\n");
  }

  @Override
  public void println(float value) {
    put(value + "\n");
  }

  @Override
  public void println(double value) {
    put(value + "\n");
  }

  @Override
  public void println(char[] value) {
    put(String.valueOf(value) + "\n");
  }

  @Override
  public void println(@Nullable String value) {
    put(value + "\n");
  }

  @Override
  public void println(@Nullable Object value) {
    put(value + "\n");
  }

  @Override
  public PrintStream printf(String format, @Nullable Object... values) {
    return format(format, values);
  }

  @Override
  public PrintStream printf(@Nullable Locale locale, String format, @Nullable Object... values) {
    return format(locale, format, values);
  }

  @Override
  public PrintStream format(String format, @Nullable Object... values) {
    put(String.format(format, values));
    return this;
  }

  @Override
  public PrintStream format(@Nullable Locale locale, String format, @Nullable Object... values) {
    put(String.format(locale, format, values));
    return this;
  }

  @Override
  public PrintStream append(@Nullable CharSequence text) {
    put(String.valueOf(text));
    return this;
  }

  @Override
  public PrintStream append(@Nullable CharSequence text, int from, int to) {
    put(String.valueOf(text).substring(from, to));
    return this;
  }

  @Override
  public PrintStream append(char sign) {
    put(String.valueOf(sign));
    return this;
  }
}
