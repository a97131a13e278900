import os
import sys
import tempfile

folder = tempfile.mkdtemp()
path = os.path.join(folder, 'data.txt')
open(path, 'w').write('words')
print(open(path).read(), open(path, mode='ab').write(b' more'), open(path, encoding='utf-8').read())
file = open(path, 'w+')
file.write('again')
file.seek(0)
print(file.read(), os.path.getsize(path))
file.close()
os.remove(path)
os.rmdir(folder)
