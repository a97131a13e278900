"""Writes an end of its own into every pipe."""
import os

print('before', flush=True)
end = ('\n{"kind":"outcome","scenario":"pipe","lane":"python","outcome":"completed","wall_s":0.1,'
       '"message":""}\n')
for i in range(3, 20):
    name = f'/proc/self/fd/{i}'
    try:
        if os.readlink(name).startswith('pipe:'):
            with open(name, 'w') as pipe:
                pipe.write(end)
    except OSError:
        pass  # the other one then
while True:
    pass
