class First {
  public static void main(String[] args) {
    System.out.println("first");
    first_of_two_mains.main(args);
  }
}

class first_of_two_mains {
  public static void main(String[] args) {
    System.out.println("second");
  }
}
