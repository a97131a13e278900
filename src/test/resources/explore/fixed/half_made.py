# The text is set before the message can be seen.
import threading


class Message:
    text = 'nothing'


current = None
read = 'no message yet'


def greeting():
    return 'hello'


def write():
    global current
    message = Message()
    message.text = greeting()
    current = message


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
