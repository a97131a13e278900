"""Puts steps into a script's syntax tree: the places at which the scheduler decides who goes on.

A step is a call of a function whose name no script can write:
    .s(line)         a step
    .e(line)  a step where a function begins
    .a(value, line)  a step after a value is there
    .c(value, function, line)  the same, if the runtime may hand over after a call of the function
    .w(value, line)  a step before a `with` enters
    .x()             ends a thread that catches everything
    .r(value, site), .n(value, site)  note what is read, and what is written
"""

import ast

CATCHES_ALL = {'BaseException'}
CONTAINER_METHODS = frozenset((
    'append', 'appendleft', 'add', 'clear', 'discard', 'extend', 'get', 'insert', 'items', 'pop',
    'popitem', 'popleft', 'put', 'remove', 'setdefault', 'update'))
STEPPING = frozenset(('start', 'join'))  # methods of a thread, in which there is a step
LOAD, STORE = ast.Load(), ast.Store()


class Stepping(ast.NodeTransformer):
    """Changes one module's tree."""

    def __init__(self, rules, scopes, tree, detail=None):
        """
        detail -- is told where names are read and written, and returns the site's number; None if
            nobody wants to know
        """
        self._rules = rules
        self._scopes = scopes
        self._scope = scopes.of[tree]
        self._detail = detail
        self._in_comprehension = self._in_iterable = 0
        self._in_class = False
        self._temporaries = 0
        self._loops = []

    def changed(self, tree):
        tree.body = self._block(tree.body)
        return ast.fix_missing_locations(tree)

    # -- what is put in

    def _call(self, name, node, *arguments):
        call = ast.Call(ast.Name(name, LOAD), list(arguments), [])
        return self._at(node, call)

    @staticmethod
    def _at(node, made):
        for part in ast.walk(made):
            if isinstance(part, (ast.expr, ast.stmt)) and not hasattr(part, 'lineno'):
                ast.copy_location(part, node)
        return made

    def _step(self, node, name='.s'):
        return self._at(node, ast.Expr(self._call(name, node, ast.Constant(node.lineno))))

    def _after(self, value, node):
        if is_call_of(unnoted(value), '.a'):
            return value  # nothing happens between two steps
        return self._call('.a', node, value, ast.Constant(node.lineno))

    def _before(self, value, node):
        """A step, and then an expression."""
        step = self._call('.s', node, ast.Constant(node.lineno))
        return self._at(node, ast.BoolOp(ast.Or(), [step, value]))

    # -- statements

    def _block(self, statements):
        made = []
        for statement in statements:
            changed = self.visit(statement)
            made += changed if isinstance(changed, list) else [changed]
        return made

    def visit_FunctionDef(self, node):
        node.decorator_list = [self.visit(part) for part in node.decorator_list]
        self._visit_defaults(node.args)
        outer = self._enter(node)
        body = node.body
        start = 1 if is_docstring(body[0]) and len(body) > 1 else 0
        first = body[start]
        node.body = body[:start] + self._block(body[start:])
        if self._rules.entries:
            node.body.insert(start, self._step(first, '.e'))
        if self._rules.exits and not ends(node.body):
            node.body.append(self._step(body[-1]))
        self._leave(outer)
        return node

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_Return(self, node):
        if node.value is None:  # perhaps of a generator, which may return nothing else
            return [self._step(node), node] if self._rules.exits else node
        node.value = self.visit(node.value)
        if self._rules.exits:
            node.value = self._after(node.value, node)
        return node

    def visit_Lambda(self, node):
        self._visit_defaults(node.args)
        outer = self._enter(node)
        node.body = self.visit(node.body)
        if self._rules.entries:
            node.body = self._before(node.body, node.body)
        if self._rules.exits:
            node.body = self._after(node.body, node.body)
        self._leave(outer)
        return node

    def _visit_defaults(self, arguments):
        arguments.defaults = [self.visit(part) for part in arguments.defaults]
        arguments.kw_defaults = [
            part and self.visit(part) for part in arguments.kw_defaults]

    def _enter(self, node):
        outer = (self._scope, self._in_comprehension, self._in_iterable, self._in_class,
                 self._loops)
        self._scope = self._scopes.of[node]
        self._in_comprehension = self._in_iterable = 0
        self._in_class = isinstance(node, ast.ClassDef)
        self._loops = []
        return outer

    def _leave(self, outer):
        (self._scope, self._in_comprehension, self._in_iterable, self._in_class,
         self._loops) = outer

    def visit_ClassDef(self, node):
        for field in 'bases', 'keywords', 'decorator_list':
            setattr(node, field, [self.visit(part) for part in getattr(node, field)])
        outer = self._enter(node)
        start = 1 if is_docstring(node.body[0]) and len(node.body) > 1 else 0
        node.body = node.body[:start] + self._block(node.body[start:])
        self._leave(outer)
        return node

    def _visit_loop_body(self, node, step):
        """step -- the step at a jump back; None if the condition has it"""
        self._loops.append(step)
        node.body = self._block(node.body)
        self._loops.pop()
        if step is not None and not ends(node.body) and not ends_with_step(node.body[-1]):
            node.body.append(self._step(step))
        node.orelse = self._block(node.orelse)

    def visit_For(self, node):
        if not is_range(node.iter, self._scope):
            node.iter = self.visit(node.iter)
        self._visit_loop_body(node, node)
        return node

    def visit_AsyncFor(self, node):
        node.iter = self.visit(node.iter)
        self._visit_loop_body(node, node)
        return node

    def visit_While(self, node):
        constant = isinstance(node.test, ast.Constant)
        node.test = self.visit(node.test)
        if not self._rules.after_test or constant:
            self._visit_loop_body(node, node)
            return node
        flag = self._temporary()
        self._visit_loop_body(node, None)
        again = ast.If(ast.Name(flag, LOAD), [self._step(node)], [])
        node.body[:0] = [self._at(node, again), self._assign(flag, True, node)]
        return [self._assign(flag, False, node), node]

    def _assign(self, name, value, node):
        return self._at(node, ast.Assign([ast.Name(name, STORE)], ast.Constant(value)))

    def _temporary(self):
        self._temporaries += 1
        return f'.{self._temporaries}'

    def visit_Continue(self, node):
        step = self._loops[-1] if self._loops else None
        return [self._step(node), node] if step is not None else node

    def visit_ExceptHandler(self, node):
        kind = node.type
        node.type = kind and self.visit(kind)
        node.body = self._block(node.body)
        if self._rules.handlers:
            node.body.insert(0, self._step(node))
        if kind is None or CATCHES_ALL & {
                part.id for part in ast.walk(kind) if isinstance(part, ast.Name)}:
            end = ast.Expr(self._call('.x', node))
            node.body.insert(0, self._at(node, end))
        return node

    def visit_With(self, node):
        for item in node.items:
            value = self.visit(item.context_expr)
            item.context_expr = self._call(
                '.w', item.context_expr, value, ast.Constant(item.context_expr.lineno))
        node.body = self._block(node.body)
        return node

    def visit_AsyncWith(self, node):
        for item in node.items:
            item.context_expr = self.visit(item.context_expr)
        node.body = self._block(node.body)
        return node

    def visit_Try(self, node):
        node.body = self._block(node.body)
        node.handlers = [self.visit(handler) for handler in node.handlers]
        node.orelse = self._block(node.orelse)
        node.finalbody = self._block(node.finalbody)
        return node

    visit_TryStar = visit_Try

    def visit_If(self, node):
        node.test = self.visit(node.test)
        node.body = self._block(node.body)
        node.orelse = self._block(node.orelse)
        return node

    def visit_Match(self, node):
        node.subject = self.visit(node.subject)
        for case in node.cases:
            case.guard = case.guard and self.visit(case.guard)
            case.body = self._block(case.body)
        return node

    # -- what threads share

    def visit_Assign(self, node):
        steps = any(self._is_written(part) for target in node.targets for part in parts_of(target))
        sites = [self._site('write', target) for target in node.targets]
        node.value = self.visit(node.value)
        node.targets = [self._target(target) for target in node.targets]
        if steps:
            node.value = self._after(node.value, node)
        for site in sites:
            if site is not None:
                node.value = self._call('.n', node, node.value, ast.Constant(site))
        return node

    def visit_AnnAssign(self, node):
        if node.value is None:
            return node
        steps = self._is_written(node.target)
        site = self._site('write', node.target)
        node.value = self.visit(node.value)
        node.target = self._target(node.target)
        if steps:
            node.value = self._after(node.value, node)
        if site is not None:
            node.value = self._call('.n', node, node.value, ast.Constant(site))
        return node

    def visit_AugAssign(self, node):
        steps = self._is_written(node.target)
        read, write = self._site('read', node.target), self._site('write', node.target)
        node.value = self.visit(node.value)
        made = []
        if steps:
            made.append(self._step(node))
            node.value = self._after(node.value, node)
        if read is not None and is_plain(node.target):
            made.append(self._noted('.r', node, read))
        made.append(node)
        if write is not None and is_plain(node.target):
            made.append(self._noted('.n', node, write))
        node.target = self._target(node.target)
        return made

    def _noted(self, name, node, site):
        value = loading(node.target)
        return self._at(node, ast.Expr(self._call(name, node, value, ast.Constant(site))))

    def visit_Delete(self, node):
        steps = any(self._is_written(target) for target in node.targets)
        node.targets = [self._target(target) for target in node.targets]
        return [self._step(node), node] if steps else node

    def _target(self, target):
        """What is written to, in which other things are read."""
        if isinstance(target, ast.Attribute):
            target.value = self.visit(target.value)
        elif isinstance(target, ast.Subscript):
            target.value = self.visit(target.value)
            target.slice = self.visit(target.slice)
        elif isinstance(target, (ast.Tuple, ast.List)):
            target.elts = [self._target(part) for part in target.elts]
        elif isinstance(target, ast.Starred):
            target.value = self._target(target.value)
        return target

    def _is_written(self, target):
        if not self._rules.accesses or self._in_class:
            return False
        if isinstance(target, ast.Name):
            return self._scope.is_seen(target.id)
        return isinstance(target, (ast.Attribute, ast.Subscript))

    def _site(self, op, node):
        """The number of a place that reads or writes; None if nobody wants to know."""
        if self._detail is None or self._in_class:
            return None
        if isinstance(node, ast.Name):
            if not self._scope.is_shared(node.id):
                return None
        elif isinstance(node, ast.Attribute):
            if isinstance(node.value, ast.Name) and self._scope.is_module(node.value.id):
                return None
        elif not isinstance(node, ast.Subscript) or isinstance(node.slice, ast.Slice):
            return None
        return self._detail.site(op, node)

    def visit_Name(self, node):
        if not isinstance(node.ctx, ast.Load) or self._in_class:
            return node
        site = self._site('read', node)
        made = node
        if self._rules.accesses and self._scope.is_shared(node.id):
            made = self._before(node, node)
        return made if site is None else self._call('.r', node, made, ast.Constant(site))

    def visit_Attribute(self, node, is_call=False):
        site = None if is_call else self._site('read', node)
        is_module = isinstance(node.value, ast.Name) and self._scope.is_module(node.value.id)
        steps = self._rules.accesses and not self._in_class and not is_module
        node.value = self.visit(node.value)
        if steps:
            node.value = self._after(node.value, node)
        return node if site is None else self._call('.r', node, node, ast.Constant(site))

    def visit_Subscript(self, node):
        site = self._site('read', node)
        steps = self._rules.accesses and not self._in_class
        node.value = self.visit(node.value)
        node.slice = self.visit(node.slice)
        if steps and isinstance(node.slice, (ast.Slice, ast.Tuple)):
            node.value = self._after(node.value, node)
        elif steps:
            node.slice = self._after(node.slice, node)
        return node if site is None else self._call('.r', node, node, ast.Constant(site))

    def visit_Compare(self, node):
        self.generic_visit(node)
        if self._rules.accesses and isinstance(node.ops[-1], (ast.In, ast.NotIn)):
            node.comparators[-1] = self._after(node.comparators[-1], node)
        return node

    # -- calls, and other places at which a function goes on

    def visit_Call(self, node):
        site = self._call_site(node)
        made = self._called(node)
        return made if site is None else self._call('.r', node, made, ast.Constant(site))

    def _call_site(self, node):
        """A call that reads or changes what threads may share."""
        called = node.func
        if self._detail is None or self._in_class or not isinstance(called, ast.Attribute):
            return None
        if called.attr not in CONTAINER_METHODS or not is_plain(called.value):
            return None
        return self._detail.site('call', node)

    def _called(self, node):
        called, plain = node.func, node.func
        is_name = isinstance(called, ast.Name)
        if isinstance(called, ast.Attribute):
            node.func = self.visit_Attribute(called, True)
        else:
            node.func = self.visit(called)
        node.args = [self.visit(part) for part in node.args]
        for keyword in node.keywords:
            keyword.value = self.visit(keyword.value)
        if is_name and called.id in self._rules.silent and self._scope.is_builtin(called.id):
            return node
        is_stepping = isinstance(plain, ast.Attribute) and plain.attr in STEPPING
        if self._rules.all_calls and not is_stepping:
            return self._after(node, node)
        is_builtin = is_name and self._scope.is_builtin(called.id)
        if is_builtin:
            is_step = self._rules.builtin_calls or called.id in self._rules.waiting
            return self._after(node, node) if is_step else node
        has_steps = self._rules.builtin_calls
        if has_steps and self._rules.star_calls and is_star_call(node):
            return self._after(node, node)
        if is_name and self._scope.is_function_of_script(called.id):
            return node
        if has_steps and isinstance(plain, ast.Attribute) and not (
                is_stepping or plain.attr in self._scopes.functions
                or plain.attr == 'append' and self._rules.warm):
            return self._after(node, node)
        if self._in_class or self._in_iterable:
            return self._after(node, node) if has_steps else node
        kept = self._temporary()
        node.func = self._at(node, ast.NamedExpr(ast.Name(kept, STORE), node.func))
        return self._call('.c', node, node, ast.Name(kept, LOAD), ast.Constant(node.lineno))

    def visit_Yield(self, node):
        self.generic_visit(node)
        if self._rules.exits:
            node.value = self._after(node.value or ast.Constant(None), node)
        return self._after(node, node) if self._rules.entries else node

    def _visit_comprehension(self, node):
        self._in_comprehension += 1
        for generator in node.generators:
            self._in_iterable += 1
            generator.iter = self.visit(generator.iter)
            self._in_iterable -= 1
            generator.ifs = [self.visit(part) for part in generator.ifs]
        if isinstance(node, ast.DictComp):
            node.key, node.value = self.visit(node.key), self._after(self.visit(node.value), node)
        else:
            node.elt = self._after(self.visit(node.elt), node)
        self._in_comprehension -= 1
        return node

    visit_ListComp = visit_SetComp = visit_DictComp = visit_GeneratorExp = _visit_comprehension


def is_docstring(statement):
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant) and (
        isinstance(statement.value.value, str))


def is_star_call(node):
    return any(isinstance(part, ast.Starred) for part in node.args) or any(
        keyword.arg is None for keyword in node.keywords)


def is_call_of(node, name):
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name


def unnoted(node):
    """An expression whose value may be noted."""
    while is_call_of(node, '.r') or is_call_of(node, '.n'):
        node = node.args[0]
    return node


def ends_with_step(statement):
    """Whether a step is the last that happens in a statement."""
    if not isinstance(statement, ast.Expr):
        return False
    value = unnoted(statement.value)
    if is_call_of(value, '.c'):
        called = value.args[0].func.value
        return isinstance(called, ast.Attribute) and called.attr in STEPPING
    return is_call_of(value, '.a') or is_call_of(value, '.s')


def ends(statements):
    """Whether nothing runs after some statements."""
    return isinstance(statements[-1], (ast.Return, ast.Raise, ast.Break, ast.Continue))


def is_range(node, scope):
    """A range of constants and of local variables: nothing of it can be seen by others."""
    return (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
            and node.func.id == 'range' and scope.is_builtin('range')
            and all(isinstance(part, ast.Constant) or isinstance(part, ast.Name)
                    and not scope.is_shared(part.id) for part in node.args))


def is_plain(target):
    """Whether reading it calls nothing, and always finds the same."""
    if isinstance(target, ast.Attribute):
        return is_plain(target.value)
    if isinstance(target, ast.Subscript):
        return is_plain(target.value) and isinstance(target.slice, (ast.Constant, ast.Name))
    return isinstance(target, ast.Name)


def loading(target):
    """An expression that reads what another one writes to."""
    if isinstance(target, ast.Name):
        return ast.Name(target.id, LOAD)
    if isinstance(target, ast.Attribute):
        return ast.Attribute(loading(target.value), target.attr, LOAD)
    if isinstance(target, ast.Subscript):
        return ast.Subscript(loading(target.value), target.slice, LOAD)
    return target


def parts_of(target):
    if isinstance(target, (ast.Tuple, ast.List)):
        for part in target.elts:
            yield from parts_of(part)
    else:
        yield target
