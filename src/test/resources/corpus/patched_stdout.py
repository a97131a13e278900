# expect: completed
# prints: ^shout HELLO$
import sys


class Loud:
    def write(self, text):
        sys.__stdout__.write('shout ' + text.upper() if text.strip() else text)

    def flush(self):
        pass


sys.stdout = Loud()
print('hello')
