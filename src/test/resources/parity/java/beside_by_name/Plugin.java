public class Plugin implements Runnable {
  @Override
  public void run() {
    System.out.println("plugged in");
  }
}
