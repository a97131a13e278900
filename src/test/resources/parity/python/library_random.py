import random
import statistics
import hashlib
import base64
import uuid
import struct

random.seed(42)
print([random.randint(1, 6) for _ in range(5)], random.random(), random.choice('abc'))
items = list(range(6))
random.shuffle(items)
print(items, random.sample(range(100), 3), random.gauss(0, 1))
print(statistics.mean([1, 2, 4]), statistics.median([3, 1, 2]), statistics.stdev([1, 2, 4]))
print(hashlib.sha256(b'x').hexdigest()[:16], hashlib.md5(b'x').hexdigest(), base64.b64encode(b'duet'))
print(uuid.UUID(int=1), struct.pack('>HI', 1, 2), struct.unpack('<h', b'\xff\xff'))
