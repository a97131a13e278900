"""The cells of a notebook, as Duet sends it."""


def cells_of(notebook):
    """Of each cell its name and source, whether it may fail, whether to skip it.

    notebook -- its JSON; only cells of code, each with a text and with tags
    """
    cells = []
    for number, cell in enumerate(notebook['cells'], 1):
        name = f'cell {number} ({cell["id"]})' if 'id' in cell else f'cell {number}'
        tags = cell['metadata']['tags']
        cells.append((name, cell['source'], 'raises-exception' in tags, 'skip-execution' in tags))
    return cells
