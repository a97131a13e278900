record Main(int n) {
  static void main(String[] args) {
    System.out.println(new Main(3));
  }
}
