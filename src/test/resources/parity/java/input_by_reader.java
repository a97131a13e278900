// input: one
// input: zwölf
void main() throws Exception {
  var in = new BufferedReader(new InputStreamReader(System.in));
  in.lines().map(String::length).forEach(IO::println);
}
