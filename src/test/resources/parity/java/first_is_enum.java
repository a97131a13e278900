enum Helper {
  ONE
}

public class first_is_enum {
  public static void main(String[] args) {
    System.out.println(Helper.class.getName() + " first");
  }
}
