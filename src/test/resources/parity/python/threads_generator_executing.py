def numbers():
    yield next(generator)

generator = numbers()
try:
    next(generator)
except ValueError as error:
    print(error)
