class Main {
  private final int n = 7;

  void main() {
    System.out.println(n + " " + getClass().getName());
  }
}
