"""A live session: Python that is typed piece by piece into one lasting `__main__` module."""

import ast
import builtins
import keyword
import re
import sys
import time

Namespace = type(sys.implementation)


def since_python_3_10(*names):
    """Those of the types of `ast` that this Python has."""
    return [getattr(ast, name) for name in names if hasattr(ast, name)]


def modules_of_library():
    try:
        return sys.stdlib_module_names
    except AttributeError:  # before Python 3.10
        import pkgutil
        return {*sys.builtin_module_names, *(module.name for module in pkgutil.iter_modules())}


def open_session(prelude, without_prompts, with_builtins):
    """
    without_prompts -- the lines as they were typed, of those that were copied with prompts
    with_builtins -- code with the module `__builtins__`
    """
    space = prelude.main_module('<typed>').__dict__
    sys.argv = ['']
    sys.path.insert(0, '')

    def answer(good, text, items=(), at=0):
        return [good, text, list(items), at]

    # -- evaluating --------------------------------------------------------------------------------

    def guarded(text, name, action):
        """Calls `action`, whose errors become an answer that points into what was typed."""
        prelude.remember_source(name, text)
        try:
            spare_moment()
            return action()
        except SyntaxError as error:
            if error.filename == name:
                return answer(False, prelude.syntax_error(name, text, error))
            return told_failure()
        except SystemExit as stop:
            return answer(False, f'SystemExit: {stop.code}; the session goes on, Ctrl-D leaves it')
        except BaseException:
            return told_failure()
        finally:
            sys.stdout.flush()
            sys.stderr.flush()

    def spare_moment():
        """Lets a Ctrl-C that came too late for the last input pass."""
        try:
            for _ in range(200):
                pass
        except KeyboardInterrupt:
            pass

    def told_failure():
        return answer(False, ''.join(prelude.told_error(*sys.exc_info()).format()).rstrip('\n'))

    def parsed(text, name):
        prelude.import_early(text)
        return with_builtins(compile(text, name, 'exec', ast.PyCF_ONLY_AST, dont_inherit=True))

    def run(tree, name):
        exec(compile(tree, name, 'exec', dont_inherit=True), space)

    def typed(text):
        return '\n'.join(without_prompts(text.split('\n')))

    def evaluate(name, text):
        text = typed(text)

        def action():
            tree = parsed(text, name)
            last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
            run(tree, name)
            if last is None:
                return answer(True, '')
            value = eval(compile(ast.Expression(last.value), name, 'eval', dont_inherit=True), space)
            if value is None or text.rstrip().endswith(';'):
                return answer(True, '')
            builtins._ = value
            return answer(True, repr(value))

        return guarded(text, name, action)

    # -- timing ------------------------------------------------------------------------------------

    def time_it(name, text):
        """Items: how often, then the seconds that one time took, in each of the repeats. The answer's
        text: the seconds of a time that does nothing."""
        text = typed(text)

        def action():
            _, empty = loop_times(name, [ast.Pass()], 3)
            times, repeats = loop_times(name, parsed(text, name).body or [ast.Pass()], 5)
            return answer(True, f'{min(empty):.9g}', [str(times), *(f'{one:.9g}' for one in repeats)])

        return guarded(text, name, action)

    def loop_times(name, body, repeats):
        """How often a loop runs in a repeat, and the seconds that one time took in each."""
        tree = parsed('def typed(times):\n    for _ in times:\n        pass', name)
        tree.body[0].body[0].body = body
        ast.fix_missing_locations(tree)
        made = {}
        exec(compile(tree, name, 'exec', dont_inherit=True), space, made)

        def seconds(times):
            begin = time.perf_counter()
            made['typed'](range(times))
            return time.perf_counter() - begin

        times = 1
        while (needed := seconds(times)) < 0.1 and times < 100_000_000:
            times *= 2 if needed > 0.02 else 5
        return times, [seconds(times) / times for _ in range(repeats)]

    # -- a script's definitions ----------------------------------------------------------------------

    def load(name, text):
        """Runs what a script defines and leaves out what it does. Items: the names it defines; the
        answer's text tells the lines that were left out."""
        def action():
            tree = parsed(text, name)
            kept = [node for node in tree.body if defines(node)]
            left = [node for node in tree.body if not defines(node) and not is_docstring(node)]
            before = dict(space)
            run(ast.Module(kept, []), name)
            names = [key for key in space if key not in before or space[key] is not before[key]]
            modules = type(sys)
            shown = [key for key in names if not isinstance(space[key], modules) and key[:2] != '__']
            return answer(True, spans(left), shown)

        return guarded(text, name, action)

    def is_docstring(node):
        return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)

    def defines(node):
        """Whether a statement only defines: an assignment does if it calls nothing but classes."""
        if isinstance(node, (ast.Assign, ast.AnnAssign)):
            calls = [part.func for part in ast.walk(node) if isinstance(part, ast.Call)]
            return all(last_name(call) in pure or last_name(call)[:1].isupper() for call in calls)
        return isinstance(node, (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.AsyncFunctionDef,
                                 ast.ClassDef))

    pure = {'list', 'dict', 'set', 'tuple', 'range', 'int', 'float', 'str', 'bytearray'}

    def last_name(function):
        return getattr(function, 'id', None) or getattr(function, 'attr', '')

    def spans(nodes):
        joined = []
        for node in nodes:
            if joined and node.lineno <= joined[-1][1] + 1:
                joined[-1][1] = node.end_lineno
            else:
                joined.append([node.lineno, node.end_lineno])
        return ', '.join(str(a) if a == b else f'{a}-{b}' for a, b in joined)

    # -- typing ------------------------------------------------------------------------------------

    def examine(text):
        """Whether an input is complete; at: how far the next line is indented if it is not."""
        lines = without_prompts(text.split('\n'))
        try:
            body = ast.parse('\n'.join(lines)).body
            simple = not body or not isinstance(body[-1], compound)
            if simple or len(lines) > 1 and not lines[-1].strip():
                return answer(True, 'COMPLETE')
        except SyntaxError as error:
            if not goes_on(error.msg, lines):
                return answer(True, 'INVALID')
        except (ValueError, RecursionError, MemoryError):
            return answer(True, 'INVALID')
        last = lines[-1]
        indent = len(last) - len(last.lstrip())
        if last.split('#')[0].rstrip().endswith(':'):
            indent += 4
        elif re.match(r'\s*(return|raise|pass|break|continue)\b', last):
            indent = max(indent - 4, 0)
        return answer(True, 'INCOMPLETE', at=indent)

    compound = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.If, ast.For, ast.While,
                ast.With, ast.Try, ast.AsyncFor, ast.AsyncWith, *since_python_3_10('Match'))

    def goes_on(message, lines):
        """Whether more lines may still mend an error. GraalPy does not mark such errors, as codeop
        expects it to."""
        if 'was never closed' in message or 'triple-quoted' in message:
            return True
        written = [line for line in lines if line.strip() and not line.strip().startswith('#')]
        last = written[-1] if written else ''
        if len(lines) > 2 and not lines[-1].strip() and not lines[-2].strip():
            return False  # whoever leaves two lines empty wants to hear what is wrong
        if 'expected an indented block' in message:
            return last.split('#')[0].rstrip().endswith(':')
        if "expected 'except' or 'finally'" in message:
            return last[:1].isspace() or re.match(r'(try|except|else)\b.*:', last) is not None
        return 'unexpected EOF' in message or last.lstrip().startswith('@')

    def complete(text, cursor):
        """Items: what the word before the cursor may become; at: where that word begins."""
        before = text[:cursor]
        line = before[before.rfind('\n') + 1:]
        word = re.search(r'[\w.]*$', line).group()
        if re.match(r'\s*(import|from)\s+[\w.]*$', line):
            found = modules_of_library()
        elif '.' in word:
            return complete_attribute(word, cursor)
        else:
            found = {*space, *dir(builtins), *keyword.kwlist}
        shown = sorted(name for name in found if name.startswith(word) and visible(name, word))
        return answer(True, '', shown, cursor - len(word))

    def complete_attribute(word, cursor):
        path, _, stem = word.rpartition('.')
        try:
            names = path.split('.')
            value = space[names[0]] if names[0] in space else getattr(builtins, names[0])
            for name in names[1:]:
                value = getattr(value, name)
            found = dir(value)
        except BaseException:
            found = []
        shown = sorted(name for name in found if name.startswith(stem) and visible(name, stem))
        return answer(True, '', shown, cursor - len(stem))

    def visible(name, stem):
        return stem.startswith('_') or not name.startswith('_')

    return Namespace(evaluate=evaluate, time_it=time_it, load=load, examine=examine,
                     complete=complete)

