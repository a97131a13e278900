class Main {
  public static void main(String[] args) {
    System.out.println(Helper.NAME);
  }
}

class Helper {
  static final Object NAME = "own";
}
