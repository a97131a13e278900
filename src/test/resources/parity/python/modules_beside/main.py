import importlib
import sys

import shapes
from shapes import circle
from shapes.circle import area as area_of

print(shapes.__name__, shapes.loaded, circle.area(2), area_of(1), shapes.circle is circle)
print(circle.relative(), 'shapes.circle' in sys.modules, importlib.import_module('shapes.square').side)
try:
    import shapes.missing
except ModuleNotFoundError as error:
    print(error, error.name)
try:
    from shapes import absent
except ImportError as error:
    print(str(error).split('(')[0])
