void main() {
  var account = new Account("Ada");
  account.add(5);
  IO.println(account);
}
