# differs: GraalPy words these errors in its own way
import datetime

for action in (lambda: [1, 2].remove(3), lambda: int('1' * 5000), lambda: 'é'.encode('ascii'),
               lambda: b'\xe9'.decode(), lambda: datetime.date(2023, 2, 29)):
    try:
        action()
    except ValueError as error:
        print(error)
