class Main {
  protected static void main(String[] args) {
    System.out.println("protected");
  }
}
