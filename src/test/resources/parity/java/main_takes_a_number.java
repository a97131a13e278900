class Main {
  public static void main(int n) {}
}
