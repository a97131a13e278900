// expect: rejected
// message: syntax_error.java:\d+: error: .;. expected
void main() {
  IO.println("never")
}
