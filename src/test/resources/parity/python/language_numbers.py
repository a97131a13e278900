import math
from decimal import ROUND_HALF_UP, Decimal, getcontext
from fractions import Fraction

print(7 // 2, -7 // 2, -7 % 3, 2 ** 100, 2 ** -1, divmod(-7, 3), round(2.5), round(3.5), round(2.675, 2))
print(0.1 + 0.2, 1e16, 1e-5, float('inf'), float('nan') == float('nan'), 10 / 4, 1_000)
print(Decimal('0.1') + Decimal('0.2'), Decimal('2.675').quantize(Decimal('0.01'), ROUND_HALF_UP), Decimal(1) / 3)
getcontext().prec = 5
print(Decimal(1) / 3, Fraction(1, 3) + Fraction(1, 6), math.gcd(12, 18), math.isclose(0.1 + 0.2, 0.3))
print(int('ff', 16), bin(10), hex(255), (255).to_bytes(2, 'big'), int.from_bytes(b'\x01\x00', 'little'), (5).bit_length())
print(complex(1, 2) * 1j, abs(3 + 4j), math.factorial(20), math.comb(5, 2), math.inf > 10 ** 400)
for text in ('x', '1.5'):
    try:
        int(text)
    except ValueError as error:
        print(error)
