package other;

public class Line {
  public static String of(int n) {
    return "-".repeat(n);
  }
}
