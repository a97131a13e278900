# expect: failed
# message: MemoryError|out of memory
# prints: ^start$
# timeout: 60s
print('start')
hoard = []
while True:
    hoard.append(bytearray(50_000_000))
