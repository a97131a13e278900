"""Writes an end of its own into the pipe."""

print('before', flush=True)
end = ('\n{"kind":"outcome","scenario":"pipe","lane":"python","outcome":"completed","wall_s":0.1,'
       '"message":""}\n')
with open('/proc/self/fd/4', 'w') as pipe:
    pipe.write(end)
while True:
    pass
