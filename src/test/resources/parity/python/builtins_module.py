import builtins

print(__builtins__ is builtins, type(__builtins__).__name__)
print(sorted(name for name in globals() if name.startswith('__')))
print(__name__, __doc__, __package__, __spec__, type(__loader__).__name__, __annotations__ if '__annotations__' in globals() else None)
