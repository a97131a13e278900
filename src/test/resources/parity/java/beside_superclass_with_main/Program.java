class Program {
  public static void main(String[] args) {
    new Main().play();
  }
}
