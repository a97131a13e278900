@interface Helper {
  int n() default 1;
}

public class first_is_annotation {
  public static void main(String[] args) {
    System.out.println(Helper.class.getName() + " first");
  }
}
