class Main {
  static final int N = 3;

  public static void main(String[] args) {
    System.out.println(Helper.more());
  }
}
