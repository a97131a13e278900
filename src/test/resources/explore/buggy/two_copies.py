# Two threads write both copies, each one last in one of them.
import threading

main_copy = backup = 'old'


def saved(text):
    return text


def save(text):
    global main_copy, backup
    main_copy = text
    backup = saved(text)


threads = [threading.Thread(target=save, args=('a',)), threading.Thread(target=save, args=('b',))]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('copies:', 'same' if main_copy == backup else 'different')
