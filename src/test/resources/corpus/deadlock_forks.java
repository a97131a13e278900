// expect: failed
// message: ReentrantLock (right|forks\[\d\]) at deadlock_forks\.java:\d+, held by
import java.util.concurrent.locks.ReentrantLock;

static final ReentrantLock[] forks = {new ReentrantLock(), new ReentrantLock()};

static class Philosopher extends Thread {
    final ReentrantLock left, right;

    Philosopher(int seat) {
        left = forks[seat];
        right = forks[1 - seat];
    }

    @Override
    public void run() {
        left.lock();
        try {
            Thread.sleep(100);
            right.lock();
        } catch (InterruptedException e) {
            return;
        }
    }
}

void main() {
    new Philosopher(0).start();
    new Philosopher(1).start();
}
