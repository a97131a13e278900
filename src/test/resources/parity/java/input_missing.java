void main() {
  new Scanner(System.in).nextLine();
}
