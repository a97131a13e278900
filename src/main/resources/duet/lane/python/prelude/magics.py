"""What only IPython understands, taken out of a notebook's cells."""

WHOLE = ('%%time', '%%timeit', '%%capture')


def without_magics(name, source, note):
    """The source without magics. Each one that is left out is told to `note`."""
    lines = source.split('\n')
    first = next((i for i, line in enumerate(lines) if line.strip()), 0)
    if lines[first].startswith('%%'):
        if lines[first].split()[0] not in WHOLE:
            note(f'{name} skipped: {lines[first].strip()}')
            return ''
        skip_line(name, lines, first, note)
    for _ in lines:
        number = wrong_line(lines)
        if number is None or not is_magic(lines[number]):
            break  # an error that is none of ours is told when the cell runs
        skip_line(name, lines, number, note)
    return '\n'.join(lines)


def wrong_line(lines):
    """The index of the line at which these do not compile, or None."""
    try:
        compile('\n'.join(lines), '<cell>', 'exec', dont_inherit=True)
    except SyntaxError as error:
        number = (error.lineno or 0) - 1
        if 0 <= number < len(lines):
            return number
    except ValueError:
        pass  # a NUL
    return None


def is_magic(line):
    import re
    text = line.strip()
    value = text.partition('=')[2].lstrip()
    asks_for_help = '?' in text and re.fullmatch(r'\?{0,2}[\w.*]*\?{0,2}', text)
    return text[:1] in ('%', '!') or value[:1] in ('%', '!') or bool(asks_for_help)


def skip_line(name, lines, number, note):
    """Takes a line out, and the lines on which it goes on."""
    line = lines[number]
    note(f'{name} line {number + 1} skipped: {line.strip()}')
    lines[number] = line[:len(line) - len(line.lstrip())] + 'pass'
    while line.endswith('\\') and number + 1 < len(lines):
        number += 1
        line, lines[number] = lines[number], ''
