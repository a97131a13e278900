"""A live session: the main thread answers what Duet asks, one question after the other."""

import _signal
import os
import sys
import time

LONGEST_ANSWER = 20_000


class Talk:
    """Answers questions until Duet is gone."""

    def __init__(self, python, messages, session, questions):
        """
        session -- evaluates what is typed
        questions -- a queue that another thread fills
        """
        self._python = python
        self._messages = messages
        self._session = session
        self._questions = questions
        self._pid = os.getpid()
        self._is_asked = False

    def live(self):
        self._messages.tell('ready')
        while os.getpid() == self._pid:  # a child process that was forked ends after its answer
            question = self._questions.get()
            self._is_asked = True
            begin, used = time.monotonic_ns(), time.process_time_ns()
            good, text, items, at = self._answer(question)
            wall, cpu = time.monotonic_ns() - begin, time.process_time_ns() - used
            self._is_asked = False
            self._python.finish_own()
            if os.getpid() == self._pid:
                self._messages.tell(
                    'answer', good=good, text=abridged(text), items=items, at=at,
                    wall_s=wall / 1e9, cpu_s=cpu / 1e9)

    def _answer(self, question):
        try:
            return self._evaluated(question)
        except BaseException as error:  # an interrupt that came a little late
            return [False, type(error).__name__, [], 0]

    def _evaluated(self, question):
        topic, name, text = question['topic'], question['name'], question['text']
        if topic == 'EVALUATE':
            self._python.open_streams(time.monotonic_ns())
            return self._session.evaluate(name, text)
        if topic == 'TIME':
            return self._session.time_it(name, text)
        if topic == 'LOAD':
            return self._session.load(name, text)
        if topic == 'EXAMINE':
            return self._session.examine(text)
        if topic == 'COMPLETE':
            return self._session.complete(text, question['at'])
        return [True, text, [], 0]

    # -- Ctrl-C

    def take_interrupts(self, in_place_of):
        """Has Ctrl-C raise KeyboardInterrupt in what is typed, and nowhere else."""
        own = Talk._evaluated.__code__

        def interrupt(number, frame):
            while frame is not None:
                if frame.f_code is own:
                    raise KeyboardInterrupt
                frame = frame.f_back

        _signal.signal(_signal.SIGINT, in_place_of(_signal.default_int_handler, interrupt))

    def cancel(self):
        """Interrupts what is evaluated. Called on another thread."""
        if self._is_asked:
            os.kill(self._pid, _signal.SIGINT)


def abridged(text):
    """The text of a value may be longer than anybody reads."""
    length = len(text)
    if length <= LONGEST_ANSWER:
        return text
    return f'{text[:LONGEST_ANSWER]}… ({length:,} characters in all)'


def open_session(load, running, failures, ordinary):
    """What evaluates what is typed.

    ordinary -- what a Python does by itself, other than the embedded one
    """
    prelude = type(sys.implementation)(
        main_module=running.main_module, import_early=ordinary.import_early,
        syntax_error=load('syntax').syntax_error, told_error=failures.told,
        remember_source=failures.remember_source)
    return load('session').open_session(
        prelude, load('cells').without_prompts, ordinary.as_module)
