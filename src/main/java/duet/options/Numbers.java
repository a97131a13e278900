package duet.options;

import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/// Reads the numbers in options. Unlike picocli's own messages, its messages use no Java words.
public final class Numbers {
  private Numbers() {}

  /// Makes a command and its subcommands read numbers this way.
  public static void addTo(CommandLine line) {
    // No method references, whose classes the JVM cannot write into an AOT cache.
    line.registerConverter(int.class, text -> whole(text));
    line.registerConverter(Integer.class, text -> whole(text));
    line.registerConverter(double.class, text -> decimal(text));
    line.registerConverter(Double.class, text -> decimal(text));
  }

  private static int whole(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("'" + text + "' is not a whole number");
    }
  }

  private static double decimal(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("'" + text + "' is not a number");
    }
  }
}
