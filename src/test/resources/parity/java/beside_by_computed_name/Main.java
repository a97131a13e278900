// differs: Duet reads only files that some word names
void main() throws Exception {
  IO.println(Class.forName("Plug" + "in").getName());
}
