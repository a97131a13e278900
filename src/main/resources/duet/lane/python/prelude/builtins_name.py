"""The name `__builtins__` in the main module."""

NAME = '__builtins__'


def is_in(text):
    return NAME in text


def as_module(tree):
    """Has code that looks the name up find the module, as in CPython. GraalPy's exec() puts the
    module's dict there."""
    import ast
    names = [node for node in ast.walk(tree) if isinstance(node, ast.Name) and node.id == NAME]
    if any(not isinstance(name.ctx, ast.Load) for name in names):
        return tree  # the script has another idea

    class Lookup(ast.NodeTransformer):
        def visit_Name(self, node):
            if node.id != NAME:
                return node
            module = ast.parse("__import__('builtins')", mode='eval').body
            for part in ast.walk(module):
                ast.copy_location(part, node)
            return module

    return Lookup().visit(tree)
