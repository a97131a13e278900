# expect: completed
# prints: ^end$
class Broken:
    def __del__(self):
        raise ValueError('nobody hears it')


b = Broken()
del b
print('end')
