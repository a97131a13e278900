"""Which variables of a script threads may share."""

import ast

FUNCTIONS = ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda
COMPREHENSIONS = ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp
LOOPS = ast.For, ast.AsyncFor, ast.While
DEFINITIONS = ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef


class Scope:
    """A module, class or function, and the names in it."""

    def __init__(self, node, parent):
        self.node = node
        self.parent = parent
        self.is_function = isinstance(node, FUNCTIONS)
        self.is_class = isinstance(node, ast.ClassDef)
        self.stores = {}  # how often each name is given a value
        self.defined = {}  # functions and classes
        self.imported = set()
        self.globals = set()
        self.nonlocals = set()
        self.used_inside = set()  # by functions in this scope
        self.changed_inside = set()
        self.children = {}

    def owner(self, name):
        """The scope whose variable a name is."""
        if name in self.globals:
            return self.root()
        scope, inner = self, False
        while scope.parent is not None:
            if name in scope.stores and name not in scope.nonlocals and not (
                    inner and scope.is_class):
                return scope
            if inner and name in scope.globals:
                return scope.root()
            scope, inner = scope.parent, True
        return scope

    def root(self):
        scope = self
        while scope.parent is not None:
            scope = scope.parent
        return scope

    def is_shared(self, name):
        """Whether threads may find different values by a name."""
        owner = self.owner(name)
        if owner.is_class or name not in owner.used_inside or name in owner.imported:
            return False
        return name in owner.changed_inside or owner.stores.get(name, 0) > 1

    def is_seen(self, name):
        """Whether functions use a variable that this scope gives a value."""
        owner = self.owner(name)
        return not owner.is_class and name in owner.used_inside and name not in owner.imported

    def is_function_of_script(self, name):
        """Whether a name always is one plain function of the script."""
        owner = self.owner(name)
        node = owner.defined.get(name)
        return (isinstance(node, DEFINITIONS[:2]) and not node.decorator_list
                and owner.stores.get(name) == 1 and name not in owner.changed_inside)

    def is_builtin(self, name):
        owner = self.owner(name)
        return owner.parent is None and name not in owner.stores

    def is_module(self, name):
        owner = self.owner(name)
        return name in owner.imported


class Scopes(ast.NodeVisitor):
    """Finds all scopes of a script."""

    def __init__(self, tree):
        self.of = {}
        self.functions = set()  # the names of all
        self._loops = 0
        self._uses = []
        self._scope = None
        self._enter(tree)
        for scope, name, is_change in self._uses:
            owner = scope.owner(name)
            if owner is not scope:
                owner.used_inside.add(name)
                if is_change:
                    owner.changed_inside.add(name)

    def _enter(self, node):
        outer, loops = self._scope, self._loops
        self._scope = self.of[node] = Scope(node, outer)
        self._loops = 0
        if isinstance(node, FUNCTIONS):
            every = node.args
            for argument in (every.posonlyargs + every.args + every.kwonlyargs
                             + [every.vararg, every.kwarg]):
                if argument is not None:
                    self._store(argument.arg)
        body = node.body if isinstance(node.body, list) else [node.body]
        for part in body:
            self.visit(part)
        self._scope, self._loops = outer, loops

    def _store(self, name, times=1):
        scope = self._scope
        scope.stores[name] = scope.stores.get(name, 0) + times + (self._loops > 0)
        self._uses.append((scope, name, True))

    def _visit_function(self, node):
        if not isinstance(node, ast.Lambda):
            self._store(node.name)
            self._scope.defined[node.name] = node
            self.functions.add(node.name)
            for decorator in node.decorator_list:
                self.visit(decorator)
        for default in node.args.defaults + node.args.kw_defaults:
            if default is not None:
                self.visit(default)
        self._enter(node)

    visit_FunctionDef = visit_AsyncFunctionDef = visit_Lambda = _visit_function

    def visit_ClassDef(self, node):
        self._store(node.name)
        self._scope.defined[node.name] = node
        for part in node.bases + node.keywords + node.decorator_list:
            self.visit(part)
        self._enter(node)

    def visit_Global(self, node):
        self._scope.globals.update(node.names)

    def visit_Nonlocal(self, node):
        self._scope.nonlocals.update(node.names)

    def _visit_import(self, node):
        for alias in node.names:
            name = (alias.asname or alias.name).partition('.')[0]
            self._store(name)
            self._scope.imported.add(name)

    visit_Import = visit_ImportFrom = _visit_import

    def _visit_loop(self, node):
        self._loops += 1
        self.generic_visit(node)
        self._loops -= 1

    visit_For = visit_AsyncFor = visit_While = _visit_loop

    def visit_ExceptHandler(self, node):
        if node.name:
            self._store(node.name)
        self.generic_visit(node)

    def visit_AugAssign(self, node):
        if isinstance(node.target, ast.Name):
            self._store(node.target.id)
        self.generic_visit(node)

    def visit_Name(self, node):
        if isinstance(node.ctx, ast.Load):
            self._uses.append((self._scope, node.id, False))
        else:
            self._store(node.id)
