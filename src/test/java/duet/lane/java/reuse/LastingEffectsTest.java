package duet.lane.java.reuse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LastingEffectsTest {
  private static final MethodTypeDesc NOTHING = MethodTypeDesc.of(ConstantDescs.CD_void);

  @ParameterizedTest
  @CsvSource({
    "java.lang.IO, println, false",
    "java.lang.ClassLoader, defineClass, true",
    "java.lang.IO, readln, true",
    "java.lang.invoke.MethodHandles, lookup, true",
    "java.lang.invoke.MethodHandles, arrayElementGetter, false",
    "java.lang.System, setIn, true",
    "java.lang.System, exit, false",
    "java.lang.Runtime, addShutdownHook, true",
    "java.net.ServerSocket, bind, true",
    "java.net.Socket, connect, true",
    "java.net.URI, create, false",
    "java.nio.channels.FileChannel, lock, true",
    "java.nio.file.Files, readString, false",
    "java.util.concurrent.Executors, newCachedThreadPool, false"
  })
  void whatCouldOutlastAScriptIsSeen(String owner, String method, boolean outlasts) {
    byte[] script =
        ClassFile.of()
            .build(
                ClassDesc.of("Script"),
                type ->
                    type.withMethodBody(
                        "run",
                        NOTHING,
                        ClassFile.ACC_STATIC,
                        code -> code.invokestatic(ClassDesc.of(owner), method, NOTHING).return_()));
    assertEquals(outlasts, LastingEffects.isIn(List.of(script)));
  }

  @ParameterizedTest
  @CsvSource({"java.io.FileDescriptor, out, true", "java.lang.System, out, false"})
  void whoHoldsADescriptorMayRedirectIt(String owner, String field, boolean outlasts) {
    byte[] script =
        ClassFile.of()
            .build(
                ClassDesc.of("Script"),
                type ->
                    type.withMethodBody(
                        "run",
                        NOTHING,
                        ClassFile.ACC_STATIC,
                        code ->
                            code.getstatic(ClassDesc.of(owner), field, ConstantDescs.CD_Object)
                                .pop()
                                .return_()));
    assertEquals(outlasts, LastingEffects.isIn(List.of(script)));
  }
}
