try:
    exec('a = = 1')
except SyntaxError as error:
    print(error.msg, error.lineno, error.offset, error.text.strip(), error.filename)
eval('1 +')
