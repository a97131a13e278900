class Field:
    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner):
        return self if instance is None else instance.__dict__.get(self.name)

    def __set__(self, instance, value):
        instance.__dict__[self.name] = abs(value)


class Base:
    def __init_subclass__(cls, **options):
        print(cls.__name__, options)


class Thing(Base, kind='small'):
    __slots__ = ('__dict__',)
    size = Field()

    @property
    def double(self):
        return 2 * self.size

    @staticmethod
    def make():
        return Thing()

    @classmethod
    def named(cls):
        return cls.__name__

    def __getattr__(self, name):
        return f'no {name}'


thing = Thing.make()
thing.size = -3
print(thing.size, thing.double, Thing.named(), thing.other)
try:
    thing.double = 1
except AttributeError as error:
    print(error)
