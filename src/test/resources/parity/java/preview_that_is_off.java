import java.util.concurrent.StructuredTaskScope;

void main() throws Exception {
  StructuredTaskScope.open().close();
}
