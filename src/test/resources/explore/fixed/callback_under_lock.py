# The model calls the view after it has given back its lock.
import threading


class Model:
    def __init__(self):
        self.lock = threading.Lock()
        self.value = 0

    def change(self):
        with self.lock:
            self.value = 1
        view.update()

    def read(self):
        with self.lock:
            return self.value


class View:
    def __init__(self):
        self.lock = threading.Lock()

    def update(self):
        with self.lock:
            pass  # draws

    def draw(self):
        with self.lock:
            model.read()


model, view = Model(), View()
threads = [threading.Thread(target=model.change), threading.Thread(target=view.draw)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('value:', model.value)
