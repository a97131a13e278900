public class Main {
  public static void main(String[] args) {
    System.out.println(new Helper(4).twice());
  }
}
