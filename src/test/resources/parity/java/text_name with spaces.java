class Spaces {
  public static void main(String[] args) {
    System.out.println("spaces");
  }
}
