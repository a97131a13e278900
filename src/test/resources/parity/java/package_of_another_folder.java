// differs: Duet plays a file that was copied out of its package; java refuses it
package app.deep;

public class package_of_another_folder {
  public static void main(String[] args) {
    System.out.println("played");
  }
}
