// differs: Duet takes no notice of module-info.java; java refuses classes without a package there
class Main {
  public static void main(String[] args) {
    System.out.println("played");
  }
}
