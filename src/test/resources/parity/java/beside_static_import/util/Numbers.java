package util;

public class Numbers {
  public static final int LIMIT = 4;

  public static int twice(int n) {
    return 2 * n;
  }
}
