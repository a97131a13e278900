# The thread runs before the constructor of the subclass has set the name.
import threading
import time

names = []


class Service:
    def __init__(self):
        self.thread = threading.Thread(target=self.run)
        self.thread.start()

    def run(self):
        time.sleep(0.02)  # waits for its first order
        names.append(self.name)


class Printer(Service):
    def __init__(self, name):
        super().__init__()
        self.name = name


printer = Printer('laser')
printer.thread.join()
print('printer:', *names)
