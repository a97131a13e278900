package app;

class Near {
  String text() {
    return " near";
  }
}
