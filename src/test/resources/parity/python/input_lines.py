# input: Ada
# input: 36
name = input('name? ')
age = int(input())
print(name, age + 1)
try:
    input('more? ')
except EOFError as error:
    print(repr(error))
