def outer(n):
    return inner(n - 1)

def inner(n):
    return 1 / n

outer(1)
