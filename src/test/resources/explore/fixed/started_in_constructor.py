# The thread is started when its object is complete.
import threading

names = []


class Service:
    def __init__(self):
        self.thread = threading.Thread(target=self.run)

    def run(self):
        names.append(self.name)


class Printer(Service):
    def __init__(self, name):
        super().__init__()
        self.name = name


printer = Printer('laser')
printer.thread.start()
printer.thread.join()
print('printer:', *names)
