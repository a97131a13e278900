// expect: rejected
// message: rejected_syntax.java:\d+: error: .;. expected
void main() {
  IO.println("never")
}
