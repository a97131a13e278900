import traceback

def fail():
    raise LookupError('seen')

try:
    fail()
except LookupError as error:
    print(traceback.format_exc(), end='')
    print(''.join(traceback.format_exception_only(error)), end='')
    print([frame.lineno for frame in traceback.extract_tb(error.__traceback__)])
traceback.print_stack()
