public class main_classic {
  public static void main(String[] args) {
    System.out.println("classic");
  }
}
