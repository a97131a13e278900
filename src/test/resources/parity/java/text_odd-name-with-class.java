class OddName {
  public static void main(String args[]) {
    System.out.println("class");
  }
}
