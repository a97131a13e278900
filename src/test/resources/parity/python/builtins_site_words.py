for word in (exit, quit, license, help):
    print(type(word).__name__, type(word).__module__, repr(word))
print(type(copyright).__name__, type(credits).__name__)
