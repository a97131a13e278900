package util;

public class Numbers {
  public static int twice(int n) {
    return 2 * n;
  }
}
