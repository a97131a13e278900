import os
import tempfile

def told():
    with open(path) as file:
        print(file.read())

handle, path = tempfile.mkstemp()
os.close(handle)
open(path, 'w').write('words')
told()
os.remove(path)
