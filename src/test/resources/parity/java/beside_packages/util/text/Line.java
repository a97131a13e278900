package util.text;

import util.Numbers;

public record Line(int length) {
  public static String of(int n) {
    return "=".repeat(Numbers.sum(n, 1)) + new Line(n);
  }
}
