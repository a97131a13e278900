// expect: crashed
// message: the virtual machine itself crashed
void main() throws Exception {
  IO.println("before");
  var field = Class.forName("sun.misc.Unsafe").getDeclaredField("theUnsafe");
  field.setAccessible(true);
  ((sun.misc.Unsafe) field.get(null)).putAddress(8, 1);
}
