import threading

class Adder(threading.Thread):
    def __init__(self, *numbers):
        super().__init__()
        self.numbers = numbers

    def run(self):
        self.sum = sum(self.numbers)

adder = Adder(1, 2, 3)
adder.start()
adder.join()
print(adder.sum, isinstance(adder, threading.Thread))
try:
    class Wrong(threading.Thread):
        def __init__(self):
            pass
    Wrong().start()
except RuntimeError as error:
    print(error)
