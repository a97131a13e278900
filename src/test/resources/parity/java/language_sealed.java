sealed interface Shape permits Circle, Square {}

record Circle(double r) implements Shape {}

record Square(double s) implements Shape {}

class language_sealed {
  static double area(Shape shape) {
    return switch (shape) {
      case Circle(double r) -> 3 * r * r;
      case Square(var s) when s > 2 -> -1;
      case Square(var s) -> s * s;
    };
  }

  public static void main(String[] args) {
    System.out.println(area(new Circle(1)) + " " + area(new Square(2)) + " " + area(new Square(3)));
  }
}
