class Problem(Exception):
    def __str__(self):
        return 'a problem of\ntwo lines'

class Bare(Exception):
    pass

try:
    raise Bare
except Bare as error:
    print(repr(error), str(error) == '')
raise Problem(1)
