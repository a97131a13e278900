record Point(int x, int y) {}

enum Side { LEFT, RIGHT }

interface Shape {
  double area();
}

class Square implements Shape {
  public double area() {
    return 4;
  }
}

void main() {
  IO.println(new Point(1, 2));
  IO.println(Side.valueOf("LEFT").ordinal());
  IO.println(new Square().area());
}
