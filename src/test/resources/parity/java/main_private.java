class Main {
  private static void main(String[] args) {}
}
