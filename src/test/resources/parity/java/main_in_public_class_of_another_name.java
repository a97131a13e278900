public class Whatever {
  public static void main(String[] args) {
    System.out.println("whatever");
  }
}
