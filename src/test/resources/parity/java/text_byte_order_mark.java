// differs: Duet reads a file with a byte order mark; java refuses it
void main() {
  IO.println("played");
}
