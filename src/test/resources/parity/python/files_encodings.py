import os
import tempfile

folder = tempfile.mkdtemp()
path = os.path.join(folder, 'x.txt')
with open(path, 'w', encoding='latin-1', newline='\r\n') as file:
    file.write('é\n')
with open(path, 'rb') as file:
    print(file.read())
try:
    open(path, encoding='utf-8').read()
except UnicodeDecodeError as error:
    print(type(error).__name__, error.object)
print(open(path, encoding='utf-8', errors='replace').read().encode())
with open(path, 'w', encoding='utf-8-sig') as file:
    file.write('x')
with open(path, 'rb') as file:
    print(file.read())
os.remove(path)
os.rmdir(folder)
