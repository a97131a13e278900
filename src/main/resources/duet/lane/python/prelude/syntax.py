"""What is wrong with code that does not compile."""

from os.path import basename


def syntax_error(path, text, error):
    """Place and message, the line, and a caret below it."""
    lines = text.splitlines()
    number, column = error.lineno or 0, max((error.offset or 1) - 1, 0)
    kind = type(error).__name__
    if not 0 < number <= len(lines):
        return f'{basename(path)}: {kind}: {error.msg}'
    if error.msg == "expected ':'" and not lines[number - 1][:column].strip():
        # GraalPy points to the token that came instead; CPython to where the colon belongs.
        number = max(n for n in range(1, number) if lines[n - 1].strip())
        column = len(lines[number - 1].rstrip())
    line = lines[number - 1]
    indent = ''.join(c if c == '\t' else ' ' for c in line[:column].ljust(column))
    return f'{basename(path)}:{number}: {kind}: {error.msg}\n{line}\n{indent}^'
