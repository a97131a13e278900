"""The magics of IPython that Duet plays. Those that it does not know are told and left out."""

import os
import sys
import time

# They change how Jupyter looks or what it loads. Without `%` they are names like any other.
LEFT_OUT = ('alias', 'autoreload', 'autosave', 'colors', 'conda', 'config', 'debug', 'doctest_mode',
            'gui', 'history', 'hist', 'load', 'load_ext', 'logstart', 'lsmagic', 'matplotlib',
            'pdb', 'pip', 'precision', 'pylab', 'reload_ext', 'rerun', 'save', 'tb', 'unload_ext',
            'whos', 'xmode')
COMMANDS = ('cat', 'cp', 'ls', 'mkdir', 'mv', 'rm', 'rmdir')
PROGRAMS = ('bash', 'perl', 'python', 'python3', 'ruby', 'sh')
SHOWN = {'html': 'HTML', 'HTML': 'HTML', 'markdown': 'Markdown', 'latex': 'Latex', 'svg': 'SVG',
         'SVG': 'SVG', 'javascript': 'Javascript', 'js': 'Javascript'}
UNITS = ((1, 's'), (1e-3, 'ms'), (1e-6, 'µs'), (1e-9, 'ns'))


def magics(shell, rich, skipped):
    """The magics of lines and those of whole cells, by their names.

    rich -- the module with what `display` shows
    skipped -- tells the reader which text of a cell is not played
    """
    def time_line(line):
        return timed(lambda: shell.run_source(line))

    def time_cell(line, cell):
        return timed(lambda: shell.run_source(cell))

    def timeit_line(line):
        options, statement = options_of(line)
        measured(compiled_loop(statement), options)

    def timeit_cell(line, cell):
        options, prepared = options_of(line)
        if prepared:
            shell.run_source(prepared)
        measured(compiled_loop(cell), options)

    def compiled_loop(source):
        """A function that runs the source so many times, in the namespace of the cells."""
        import ast
        loop = ast.parse('for _ in range(0): pass').body[0]
        body = ast.parse(source).body or loop.body
        function = ast.parse('def repeated(times):\n for _ in range(times): pass').body[0]
        function.body[0].body = body
        made = {}
        tree = ast.fix_missing_locations(ast.Module([function], []))
        exec(compile(tree, '<timeit>', 'exec', dont_inherit=True), shell.user_ns, made)
        return made['repeated']

    def cd(line):
        is_quiet = line.startswith('-q')
        target = line.removeprefix('-q').strip().strip('\'"')
        here = os.getcwd()
        os.chdir(before[0] if target == '-' else os.path.expanduser(target or '~'))
        before[0] = here
        if not is_quiet:
            print(os.getcwd())

    def pwd(line):
        return os.getcwd()

    def env(line):
        name, is_set, value = line.partition('=')
        if not is_set:
            name, is_set, value = line.partition(' ')
        if not name:
            return dict(os.environ)
        if not is_set:
            return os.environ[name]
        os.environ[name.strip()] = value.strip()
        print(f'env: {name.strip()}={value.strip()}')

    def who(line):
        names = [name for name in shell.user_ns if not name.startswith('_')
                 and name not in ('In', 'Out', 'exit', 'quit')]
        if line:
            names = [name for name in names if type(shell.user_ns[name]).__name__ in line.split()]
        if names:
            print('\t '.join(sorted(names)) + '\t ')
        else:
            print('No variables match your requested type.' if line else
                  'Interactive namespace is empty.')

    def reset(line):
        kept = {name: value for name, value in shell.user_ns.items() if name.startswith('__')}
        shell.user_ns.clear()
        shell.user_ns.update(kept)

    def run(line):
        import shlex
        path, *arguments = [word for word in shlex.split(line) if word not in ('-i', '-n')]
        with open(path, 'rb') as file:
            code = compile(file.read(), path, 'exec', dont_inherit=True)
        space = {'__name__': '__main__', '__file__': path, '__builtins__': __builtins__}
        argv, sys.argv = sys.argv, [path, *arguments]
        try:
            exec(code, space)
        finally:
            sys.argv = argv
        shell.user_ns.update((name, space[name]) for name in space if not name.startswith('__'))

    def prun(line, cell=''):
        shell.run_source(cell or line)
        return skipped('%prun shows no profile here')

    def command(name):
        return lambda line: shell.system(f'{name} {line}')

    def capture(line, cell):
        import contextlib
        import io
        names = [word for word in line.split() if not word.startswith('-')]
        out, err = io.StringIO(), io.StringIO()
        with contextlib.ExitStack() as kept:
            if '--no-stdout' not in line:
                kept.enter_context(contextlib.redirect_stdout(out))
            if '--no-stderr' not in line:
                kept.enter_context(contextlib.redirect_stderr(err))
            shell.run_source(cell)
        if names:
            shell.user_ns[names[0]] = rich.CapturedIO(out.getvalue(), err.getvalue())

    def writefile(line, cell):
        *options, path = line.split()
        path = os.path.expanduser(path.strip('\'"'))
        adds = '-a' in options or '--append' in options
        does = 'Appending to' if adds else 'Overwriting' if os.path.exists(path) else 'Writing'
        print(does, path)
        with open(path, 'a' if adds else 'w', encoding='utf-8') as file:
            file.write(cell.lstrip('\n'))

    def program(name):
        def start(line, cell):
            import shutil
            import subprocess
            words = [*([name] if name else []), *line.split()]
            if not words or shutil.which(words[0]) is None:
                return skipped(f'%%{name or "script"} {line}'.rstrip())
            done = subprocess.run(words, input=cell.lstrip('\n'), text=True, errors='replace',
                                  cwd=os.getcwd(), capture_output=True)
            print(done.stdout, end='')
            print(done.stderr, end='', file=sys.stderr)
            if done.returncode:
                raise subprocess.CalledProcessError(done.returncode, cell.encode())

        return start

    def shown(kind):
        return lambda line, cell: rich.display(getattr(rich, kind)(cell.lstrip('\n')))

    def left_out(name):
        return lambda line: skipped(f'%{name} {line}'.rstrip())

    def ask(line):
        return skipped(f'{line}?')

    before = [os.getcwd()]
    of_lines = {name: left_out(name) for name in LEFT_OUT}
    of_lines |= {name: command(name) for name in COMMANDS}
    of_lines |= dict(
        cd=cd, env=env, pinfo=ask, prun=prun, pwd=pwd, reset=reset, run=run, set_env=env,
        sx=shell.getoutput, system=shell.system, time=time_line, timeit=timeit_line, who=who)
    of_cells = {name: program(name) for name in PROGRAMS}
    of_cells |= {name: shown(kind) for name, kind in SHOWN.items()}
    of_cells |= dict(
        capture=capture, file=writefile, prun=prun, script=program(''), time=time_cell,
        timeit=timeit_cell, writefile=writefile)
    return of_lines, of_cells


def timed(run):
    """Runs something and prints its times, as Jupyter does."""
    begin, used = time.perf_counter(), time.process_time()
    try:
        return run()
    finally:
        wall, cpu = time.perf_counter() - begin, time.process_time() - used
        print(f'CPU times: total: {told(cpu)}\nWall time: {told(wall)}')


def told(seconds):
    """Seconds with a unit."""
    if seconds >= 60:
        return f'{int(seconds // 60)}min {int(seconds % 60)}s'
    size, unit = next(((size, unit) for size, unit in UNITS if seconds >= size), UNITS[-1])
    return f'{seconds / size:.3g} {unit}'


def options_of(line):
    """How many loops and repeats `%timeit` asks for, and the rest of its line."""
    options, words = {}, line.split(' ')
    while words and words[0][:2] in ('-n', '-r', '-t', '-c', '-p', '-q', '-o'):
        word = words.pop(0)
        number = word[2:] or (words.pop(0) if word in ('-n', '-r', '-p') and words else '')
        options[word[1]] = number
    return options, ' '.join(words)


def measured(loop, options):
    """Runs a loop again and again, and prints how long one round takes."""
    def seconds(times):
        begin = time.perf_counter()
        loop(times)
        return time.perf_counter() - begin

    loops, repeats = int(options.get('n') or 0), int(options.get('r') or 7)
    if not loops:
        loops = 1
        while seconds(loops) < 0.2:
            loops *= 10
    each = [seconds(loops) / loops for _ in range(repeats)]
    mean = sum(each) / repeats
    deviation = (sum((one - mean) ** 2 for one in each) / repeats) ** 0.5
    if 'q' not in options:
        print(f'{told(mean)} ± {told(deviation)} per loop (mean ± std. dev. of {repeats} '
              f'run{"s"[:repeats > 1]}, {loops:,} loop{"s"[:loops > 1]} each)')
