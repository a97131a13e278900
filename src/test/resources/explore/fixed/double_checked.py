# The configuration is filled in before other threads can see it.
import threading


def usual_port():
    return 80


class Config:
    port = 0

    def fill(self):
        self.port = usual_port()


config = None
lock = threading.Lock()
seen = [0, 0]


def get_config():
    global config
    if config is None:
        with lock:
            if config is None:
                made = Config()
                made.fill()
                config = made
    return config


def use(number):
    seen[number] = get_config().port


threads = [threading.Thread(target=use, args=(0,)), threading.Thread(target=use, args=(1,))]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('ports:', seen[0], seen[1])
