class Helper {}

class Elsewhere {
  public static void main(String[] args) {}
}
