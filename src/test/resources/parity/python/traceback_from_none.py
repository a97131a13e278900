try:
    int('x')
except ValueError:
    raise TypeError('instead') from None
