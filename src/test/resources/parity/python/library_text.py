import csv
import io
import pprint
import shlex
import string
import textwrap
import difflib

rows = csv.DictReader(io.StringIO('a,b\n1,"x, y"\n2,z\n'))
print(list(rows))
out = io.StringIO()
csv.writer(out).writerows([[1, 'a b'], [2, 'c"d']])
print(repr(out.getvalue()))
print(textwrap.fill('one two three four five', 12), textwrap.dedent('  a\n  b').splitlines())
pprint.pprint({'k' * 20: list(range(20)), 'b': {'c': 'd' * 40}})
print(shlex.split('a "b c" d'), string.Template('$who').substitute(who='me'), string.ascii_lowercase[:3])
print(list(difflib.unified_diff(['a'], ['b'], lineterm='')))
