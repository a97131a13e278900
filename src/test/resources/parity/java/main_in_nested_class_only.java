class Main {
  static class Inner {
    public static void main(String[] args) {}
  }
}
