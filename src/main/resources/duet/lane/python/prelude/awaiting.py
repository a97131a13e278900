"""Cells that await. GraalPy ignores the compiler's flag for `await` outside of functions, so such a
statement runs in a coroutine whose names are those of the module."""

import ast

SCOPES = ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef
WAITS = ast.Await, ast.AsyncFor, ast.AsyncWith
BINDS_NAME = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.ExceptHandler)
BINDS_REST = ()
if hasattr(ast, 'Match'):  # since Python 3.10
    BINDS_NAME += ast.MatchAs, ast.MatchStar
    BINDS_REST = ast.MatchMapping
NAME = '<module>'  # as a traceback calls it


def inner_nodes(node):
    """A statement's nodes without those of functions and classes in it."""
    yield node
    for child in ast.iter_child_nodes(node):
        if isinstance(child, SCOPES):
            yield child
        else:
            yield from inner_nodes(child)


def awaits(statement):
    """Whether a statement awaits something outside of functions."""
    return not isinstance(statement, SCOPES) and any(
        isinstance(node, WAITS) or isinstance(node, ast.comprehension) and node.is_async
        for node in inner_nodes(statement))


def coroutine_of(statements, is_shown, filename):
    """A module that defines a coroutine function, which runs statements.

    is_shown -- whether they are one expression, whose value it returns
    """
    nodes = [node for statement in statements for node in inner_nodes(statement)]
    for node in nodes:
        if isinstance(node, (ast.Return, ast.Yield, ast.YieldFrom)):
            word = 'return' if isinstance(node, ast.Return) else 'yield'
            raise SyntaxError(f"'{word}' outside function",
                              (filename, node.lineno, node.col_offset + 1, None))
    names = sorted({name for node in nodes for name in bound(node)})
    body = [ast.Global(names)] if names else []
    tree = ast.parse('async def coroutine(): pass')
    tree.body[0].name = NAME
    if is_shown:
        body.append(ast.copy_location(ast.Return(statements[0].value), statements[0]))
    else:
        body += map(without_annotation, statements)
    tree.body[0].body = body
    return ast.fix_missing_locations(tree)


def bound(node):
    """The names that a node binds or deletes."""
    if isinstance(node, ast.Name):
        return [] if isinstance(node.ctx, ast.Load) else [node.id]
    if isinstance(node, BINDS_NAME):
        return [node.name] if node.name else []
    if isinstance(node, BINDS_REST):
        return [node.rest] if node.rest else []
    if isinstance(node, (ast.Import, ast.ImportFrom)):
        return [alias.asname or alias.name.partition('.')[0] for alias in node.names]
    return node.names if isinstance(node, ast.Global) else []


def without_annotation(statement):
    """A statement as it may stand where its name is global."""
    if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
        if statement.value is None:
            return ast.copy_location(ast.Pass(), statement)
        assign = ast.Assign([statement.target], statement.value, lineno=statement.lineno)
        return ast.copy_location(assign, statement)
    return statement


def drive(coroutine, needs_loop):
    """Runs a coroutine to its end, on an event loop if one is needed."""
    if needs_loop:
        import asyncio
        loop = asyncio.new_event_loop()
        asyncio.set_event_loop(loop)
        loop.run_until_complete(coroutine)
        return
    try:
        coroutine.send(None)
    except StopIteration:
        pass
