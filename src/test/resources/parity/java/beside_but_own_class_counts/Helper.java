class Helper {
  static final Object NAME = "beside";
}
