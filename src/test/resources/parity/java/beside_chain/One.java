class One {
  String text() {
    return "one " + Two.TEXT;
  }
}
