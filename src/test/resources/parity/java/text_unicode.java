void main() {
  String größe = "ä→🙂";
  IO.println(größe + " " + größe.length());
  char c = '\u0041';
  \u0049O.println(c);
}
