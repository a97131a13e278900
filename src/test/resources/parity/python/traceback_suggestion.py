# differs: GraalPy suggests no names, and its errors do not keep the name
value = 1
try:
    print(valu)
except NameError as error:
    print(error, error.name)
try:
    'text'.uper()
except AttributeError as error:
    print(error, error.name)
print(valeu)
