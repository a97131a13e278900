// expect: failed
// message: ^uncaught in thread main at standstill_after_exception\.java:8: .*no work\nstandstill
import java.util.concurrent.LinkedBlockingQueue;

void main() {
    var box = new LinkedBlockingQueue<String>();
    new Thread(() -> { try { box.take(); } catch (InterruptedException e) { } }).start();
    throw new IllegalStateException("no work");
}
