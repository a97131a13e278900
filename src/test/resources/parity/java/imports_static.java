import static java.lang.Math.*;

import java.util.function.IntUnaryOperator;

class ImportsStatic {
  public static void main(String[] args) {
    IntUnaryOperator half = n -> n / 2;
    System.out.println(max(half.applyAsInt(9), abs(-3)) + " " + floorMod(-1, 3));
  }
}
