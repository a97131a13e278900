class Main {
  public static final synchronized void main(final String... args) {
    System.out.println(args.length);
  }
}
