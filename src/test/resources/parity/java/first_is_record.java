record Helper(int n) {}

public class first_is_record {
  public static void main(String[] args) {
    System.out.println(Helper.class.getName() + " first");
  }
}
