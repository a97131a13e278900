import java.lang.annotation.*;

@Retention(RetentionPolicy.RUNTIME)
@interface Told {
  String value() default "nothing";
}

@Told("something")
class language_annotations {
  public static void main(String[] args) throws Exception {
    System.out.println(language_annotations.class.getAnnotation(Told.class).value());
    for (var method : language_annotations.class.getDeclaredMethods()) {
      System.out.println(method.getName() + " " + method.getParameters()[0].getName());
    }
  }
}
