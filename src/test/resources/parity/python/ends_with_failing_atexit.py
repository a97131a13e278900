# differs: GraalPy heads the traceback in its own words
import atexit

atexit.register(print, 'registered first')
atexit.register(lambda: 1 / 0)
print('main')
