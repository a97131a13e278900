class Main {
  static int n = 1 / Integer.parseInt("0");

  public static void main(String[] args) {}
}
