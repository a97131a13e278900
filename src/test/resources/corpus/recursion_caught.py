# expect: completed
# prints: ^goes on$
def deeper():
    return deeper() + 1


try:
    deeper()
except RecursionError:
    print('goes on')
