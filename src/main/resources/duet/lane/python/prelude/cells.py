"""What IPython does to a cell before Python reads it. Every line stays on its line."""

import re

TOKEN = re.compile(r'''(?s)
    (?P<comment> \#[^\n]*)
    | (?P<text> ("""|\'\'\') (?:\\.|.)*? (?:\3|\Z) | "(?:\\.|[^"\\\n])*"? | '(?:\\.|[^'\\\n])*'? )
    | (?P<open> [(\[{]) | (?P<close> [)\]}]) | (?P<joined> \\\n) | (?P<end> \n) | .''', re.VERBOSE)
PROMPT = re.compile(r'(>>>|\.\.\.)( |$)')
CELL_PROMPT = re.compile(r'((\[(nav|ins)\] )?In \[\d+\]: ?|\s*\.{3,}: ?)')
WHOLE_CELL = re.compile(r'%%(\w+)\b(?!\?)(.*)')
ESCAPED = re.compile(r'[ \t]*(%|!!|!|\?\??|[,;/])(?=\S)')
ASSIGNED = re.compile(r'((?:[^=!<>%\'"#()\[\]]|\[[^\]]*\])+=\s*)(%|!)(?=\S)(.*)')
ASKED = re.compile(r'(\s*).*?(%{0,2}(?!\d)[\w*]+(?:\.[\w*]+)*)(\?\??)\s*$', re.DOTALL)


def python_of(source):
    """The Python that a cell stands for. What only IPython understands becomes calls of what
    get_ipython() returns."""
    lines = without_prompts(without_indent(source.split('\n')))
    first = first_line(lines)
    whole = WHOLE_CELL.fullmatch(lines[first])
    if whole:
        body = '\n'.join(lines[first + 1:]).rstrip('\n') + '\n'
        call = f'run_cell_magic({whole[1]!r}, {whole[2].strip()!r}, {body!r})'
        return '\n' * first + f'get_ipython().{call}'
    return ''.join(converted('\n'.join(lines)))


def first_line(lines):
    """The index of the first line that is not empty; 0 where all are."""
    return next((i for i, line in enumerate(lines) if line.strip()), 0)


def without_indent(lines):
    """The lines without the white space at the beginning of the first one that is not empty."""
    first = lines[first_line(lines)]
    indent = first[:len(first) - len(first.lstrip(' \t'))]
    return [line.removeprefix(indent) for line in lines] if indent else lines


def without_prompts(lines):
    """The lines as they were typed, of those that were copied from Python's or IPython's prompt."""
    first = first_line(lines)
    begin = lines[first:first + 2]
    if begin[0].startswith('>>>') and PROMPT.match(begin[0]) or PROMPT.match(begin[-1]):
        lines = [PROMPT.sub('', line, count=1) if PROMPT.match(line) else line for line in lines]
    if any(CELL_PROMPT.match(line) for line in begin):
        lines = [CELL_PROMPT.sub('', line, count=1) if CELL_PROMPT.match(line) else line
                 for line in lines]
    return lines


def converted(text):
    """The statements of a cell, one after the other."""
    at = 0
    while at < len(text):
        escaped = ESCAPED.match(text, at)
        assigned = ASSIGNED.match(text, at)
        if escaped or assigned:
            end = end_of_line(text, at)
            yield escape(text[at:end], escaped, assigned)
        else:
            end, last = end_of_statement(text, at)
            asked = ASKED.match(text[at:end]) if last == '?' else None
            yield call_for_help(text[at:end], asked) if asked else text[at:end]
        yield text[end:end + 1]
        at = end + 1


def end_of_line(text, at):
    """Where a line ends that may go on after a backslash."""
    end = text.find('\n', at)
    while end > at and text[end - 1] == '\\':
        end = text.find('\n', end + 1)
    return len(text) if end < 0 else end


def end_of_statement(text, at):
    """Where a statement ends, or several of one line, and its last character."""
    depth, last = 0, ''
    for token in TOKEN.finditer(text, at):
        kind = token.lastgroup
        depth += (kind == 'open') - (kind == 'close')
        if kind == 'end' and depth <= 0:
            return token.start(), last
        if kind != 'comment' and not token[0].isspace():
            last = token[0][-1]
    return len(text), last


def ends_quietly(source):
    """Whether a cell ends with a semicolon, so that its value is not shown."""
    last = ''
    for token in TOKEN.finditer(source):
        if token.lastgroup != 'comment' and not token[0].isspace():
            last = token[0]
    return last == ';'


def escape(line, escaped, assigned):
    """The call that a line with a magic stands for."""
    if not escaped:
        line, sign, rest = assigned[1], assigned[2], line[assigned.end(2) - assigned.start():]
        return line + call_for('!!' if sign == '!' else sign, rest)
    sign = escaped[1]
    begin = escaped.start(1) - escaped.start()
    return line[:begin] + call_for(sign, line[begin + len(sign):])


def call_for(sign, rest):
    lines = rest.split('\n')
    text = ' '.join(line.removesuffix('\\').strip() for line in lines).strip()
    name, _, argument = text.partition(' ')
    argument = argument.strip()
    if sign in ('?', '??') or sign == '%' and text.endswith('?'):
        call = magic('pinfo', (sign + text).strip('?'))
    elif sign == '%':
        call = magic(name, argument)
    elif sign in ('!', '!!'):
        call = f"get_ipython().{'system' if sign == '!' else 'getoutput'}({text!r})"
    elif sign == ',':
        call = f"{name}({', '.join(map(repr, argument.split()))})"
    elif sign == ';':
        call = f'{name}({argument!r})'
    else:
        call = f"{name}({', '.join(argument.split())})"
    return call + '\n' * (len(lines) - 1)


def magic(name, argument):
    return f'get_ipython().run_line_magic({name!r}, {argument!r})'


def call_for_help(text, asked):
    return asked[1] + magic('pinfo', asked[2]) + '\n' * text.count('\n')
