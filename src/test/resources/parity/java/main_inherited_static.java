class Main extends Base {}

class Base {
  public static void main(String[] args) {
    System.out.println("inherited");
  }
}
