import os
import tempfile
from pathlib import Path

with tempfile.TemporaryDirectory() as folder:
    path = Path(folder, 'a.txt')
    path.write_text('one\ntwö\n', encoding='utf-8')
    with open(path, 'a', encoding='utf-8') as file:
        print('three', file=file)
    print(path.read_text(encoding='utf-8').splitlines(), path.stat().st_size, path.suffix, path.stem)
    with open(path, encoding='utf-8') as file:
        print(file.readline(), end='')
        print(list(file), file.name == str(path), file.mode)
    print(file.closed, sorted(os.listdir(folder)), os.path.exists(path))
    with open(path, 'rb') as file:
        file.seek(-3, os.SEEK_END)
        print(file.read(), file.tell())
    try:
        open(path, 'x')
    except FileExistsError as error:
        print(error.errno, error.strerror)
    path.rename(path.with_name('b.txt'))
    print([one.name for one in Path(folder).glob('*.txt')])
try:
    file.read()
except ValueError as error:
    print(error)
