import atexit

atexit.register(print, 'registered first')

@atexit.register
def last():
    print('registered last')

print('main')
