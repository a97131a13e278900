# The message can be seen before its text is set.
import threading


class Message:
    text = 'nothing'


current = None
read = 'no message yet'


def greeting():
    return 'hello'


def write():
    global current
    current = Message()
    current.text = greeting()


def look():
    global read
    message = current
    if message is not None:
        read = message.text


threads = [threading.Thread(target=write), threading.Thread(target=look)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('read:', read)
