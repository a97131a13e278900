"""A notebook: its cells run one after the other, as in Jupyter."""


class Notebook:
    """Runs a notebook's cells. Each one is compiled when its turn comes."""

    def __init__(self, cells, failures, note, runner, drive):
        """
        cells -- of each its name and source, whether it may fail, whether to skip it
        note -- tells the reader something that the script does not print
        runner -- runs one cell
        drive -- runs a coroutine, on an event loop if one is needed
        """
        self._cells = cells
        self._failures = failures
        self._note = note
        self._runner = runner
        self._drive = drive

    def run(self, space):
        """Runs the cells in a namespace, until one fails."""
        self._runner.begin(space)
        text = ''.join(source for _, source, _, _ in self._cells)
        needs_loop = 'asyncio' in text or 'await' in text
        ended_by = []
        self._drive(self._run_cells(ended_by), needs_loop)
        if ended_by:
            raise ended_by[0]

    async def _run_cells(self, ended_by):
        """What ends the notebook is not raised here: the event loop would be in its traceback."""
        for name, source, may_fail, skipped in self._cells:
            if not source.strip():
                continue
            if skipped:
                self._note(f'{name} skipped, as it is tagged')
                continue
            self._note(name)
            try:
                await self._runner.run(name, source)
            except BaseException as error:
                if not may_fail or isinstance(error, SystemExit):
                    ended_by.append(error)
                    return
                told = self._failures.told(type(error), error, error.__traceback__)
                self._failures.complain(''.join(told.format()))
                self._note(f'{name} failed, and the notebook goes on')
