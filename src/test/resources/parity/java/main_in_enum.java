enum Main {
  A,
  B;

  public static void main(String[] args) {
    System.out.println(List());
  }

  static java.util.List<Main> List() {
    return java.util.List.of(values());
  }
}
