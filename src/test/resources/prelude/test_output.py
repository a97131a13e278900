import _thread
from io import BytesIO
from time import monotonic_ns


def stream(load):
    class Plain:
        """What a stream is made of."""
        errors = 'replace'
        buffer = BytesIO()

    handed = []

    def hand_over(ident, text, begun):
        assert begun > 0
        handed.append((ident, text))

    make = load('per_thread').PerThread
    printed = load('output').Printed(Plain, hand_over, make)
    return printed, handed


def in_thread(work):
    done = _thread.allocate_lock()
    done.acquire()

    def run():
        try:
            work()
        finally:
            done.release()

    ident = _thread.start_new_thread(run, ())
    done.acquire()
    return ident


def test_a_line_is_handed_over_whole(load):
    out, handed = stream(load)
    print('a', 1, 'b', file=out)
    assert handed == [(_thread.get_ident(), 'a 1 b\n')], handed


def test_text_waits_for_its_line_end(load):
    out, handed = stream(load)
    out.write('no ')
    assert handed == []
    out.write('end\nand')
    assert [text for _, text in handed] == ['no end\nand']


def test_flush_hands_over_what_there_is(load):
    out, handed = stream(load)
    out.write('prompt: ')
    out.flush()
    out.flush()
    assert [text for _, text in handed] == ['prompt: ']


def test_a_line_has_the_time_of_its_first_piece(load):
    out, times = stream(load)[0], []
    out._to_host = lambda ident, text, begun: times.append(begun)
    before = monotonic_ns()
    out.write('first ')
    after = monotonic_ns()
    out.write('second\n')
    assert before <= times[0] <= after, (before, times, after)


def test_threads_do_not_share_a_line(load):
    out, handed = stream(load)
    out.write('main ')
    other = in_thread(lambda: print('other', file=out))
    out.write('goes on\n')
    assert handed == [(other, 'other\n'), (_thread.get_ident(), 'main goes on\n')], handed


def test_somebody_else_can_hand_over_what_a_thread_left(load):
    out, handed = stream(load)
    other = in_thread(lambda: out.write('left'))
    out.flush_all()
    out.flush_all()
    assert handed == [(other, 'left')], handed


def test_nothing_is_told_twice_if_somebody_takes_it_meanwhile(load):
    taken = load('output').taken

    class Raced(list):
        """Somebody takes the text between the look at the list and `pop`."""

        def __bool__(self):
            return True

    assert taken(Raced()) == ('', 0)
    assert taken([('x', 5)]) == ('x', 5)
    assert taken([]) == ('', 0)


def test_a_very_long_line_goes_in_pieces(load):
    out, handed = stream(load)
    for _ in range(3):
        out.write('x' * 400_000)
    out.write('\n')
    assert [len(text) for _, text in handed] == [1_200_000, 1], [len(text) for _, text in handed]


def test_only_text_can_be_written(load):
    out, _ = stream(load)
    try:
        out.write(b'bytes')
    except TypeError as error:
        assert str(error) == 'write() argument must be str, not bytes'
    else:
        assert False


def test_what_cannot_be_encoded_is_replaced(load):
    out, handed = stream(load)
    assert out.write('\ud800\n') == 2
    assert [text for _, text in handed] == ['?\n']


def test_nothing_is_lost_or_mixed_between_threads_that_print(load):
    out, handed = stream(load)
    go, left = _thread.allocate_lock(), [None] * 8
    done = _thread.allocate_lock()
    go.acquire()
    done.acquire()

    def run(mark):
        with go:
            pass
        for _ in range(4):
            print(mark, *range(20), file=out)
        left.pop()
        if not left:
            done.release()

    for mark in 'abcdefgh':
        _thread.start_new_thread(run, (mark,))
    go.release()
    done.acquire()
    tail = ' '.join(map(str, range(20)))
    assert sorted(text for _, text in handed) == sorted(f'{m} {tail}\n' for m in 'abcdefgh' * 4)
