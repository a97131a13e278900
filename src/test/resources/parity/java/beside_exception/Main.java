class Main {
  public static void main(String[] args) throws Exception {
    new Account().draw(5);
  }
}
