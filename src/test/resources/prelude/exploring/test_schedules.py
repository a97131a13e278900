"""A plan names one schedule, which is played the same each time."""

import re

LOST = '''
import threading
counter = 0
def one_more(n): return n + 1
def work():
    global counter
    for _ in range(2):
        counter = one_more(counter)
threads = [threading.Thread(target=work) for _ in range(2)]
for t in threads: t.start()
for t in threads: t.join()
print('counter', counter)
'''


def deviations(told):
    """The plan that names a schedule by what differs from the policy `stay`."""
    changes = [f'{step}>{ord(chosen) - 48}' for step, (chosen, usual)
               in enumerate(zip(told['choices'], told['stay'])) if chosen != usual]
    return '|'.join(['stay', ','.join(changes)]) if changes else 'stay'


def same(one, other):
    skipped = 'plan', 'steps'
    return {name: one[name] for name in one if name not in skipped} == {
        name: other[name] for name in other if name not in skipped}


def test_stay_runs_one_thread_after_the_other(engine):
    told = engine(LOST).play('stay')
    assert told['ending'] == 'completed'
    assert told['choices'] == told['stay']
    assert told['threads'] == ['main', 'Thread-1', 'Thread-2']
    assert [line[3] for line in told['lines']] == ['counter 4']
    assert re.fullmatch('0+1+0+2+0+', told['choices']), told['choices']


def test_a_lost_update_is_found_and_replayed_a_hundred_times(engine):
    playing = engine(LOST)
    found = next(told for told in (playing.play(f'random:{seed}') for seed in range(100))
                 if told['lines'][0][3] != 'counter 4')
    plan = deviations(found)
    assert plan != 'stay'
    again = engine(LOST)
    for _ in range(100):
        assert same(again.play(plan), found)


def test_every_policy_can_be_told_in_deviations(engine):
    playing = engine(LOST)
    for seed in range(20):
        for plan in f'random:{seed}', f'pct:{seed}:3:30':
            told = playing.play(plan)
            assert same(playing.play(deviations(told)), told), plan


def test_details_change_nothing(engine):
    playing = engine(LOST)
    told = playing.play('random:5')
    detailed = playing.play('random:5', True)
    assert same(told, detailed)
    assert len(detailed['steps']) == len(told['choices'])
    assert [str(step[0]) for step in detailed['steps']] == list(told['choices'])


def test_steps_tell_what_is_read_and_written(engine):
    steps = engine(LOST).play('stay', True)['steps']
    accesses = [(step[3], step[4], step[5]) for step in steps if step[3] in ('read', 'write')]
    assert ('read', 'counter', '0') in accesses, accesses
    assert ('write', 'counter', '4') in accesses, accesses
    assert ('start', 'Thread-1') in [step[3:5] for step in steps]


def test_a_thread_that_cannot_go_on_makes_a_schedule_diverge(engine):
    told = engine(LOST).play('stay|1>2')
    assert told['ending'] == 'diverged'
    assert told['message'] == 'thread 2 cannot go on at step 1'


def test_a_bad_plan_is_refused(engine):
    for plan in 'other', 'random:x', 'stay|1-2', 'pct:1':
        told = engine(LOST).play(plan)
        assert told['ending'] == 'refused' and plan in told['message'], told


def test_who_waits_in_a_loop_lets_others_go_on(engine):
    told = engine('''
import threading
ready = False
def wait():
    while not ready: pass
t = threading.Thread(target=wait)
t.start()
def tell():
    global ready
    ready = True
threading.Thread(target=tell).start()
t.join()
print('over')
''').play('stay|2>1')
    assert told['ending'] in ('completed', 'diverged'), told
    endless = engine('while True: pass').play('stay')
    assert endless['ending'] == 'cut'
    assert len(endless['choices']) == 20_001


def test_state_is_fresh_for_each_schedule(engine):
    playing = engine('''
import threading
import itertools
class Seen:
    names = []
def work(): Seen.names.append(threading.current_thread().name)
t = threading.Thread(target=work)
t.start()
t.join()
print(Seen.names, threading.active_count(), 'left' in globals())
left = 1
threading.left = 2
''')
    first = playing.play('stay')
    for _ in range(3):
        assert same(playing.play('stay'), first)
    assert first['lines'][0][3].endswith('1 False'), first


def test_random_numbers_and_clocks_are_the_same_each_time(engine):
    text = '''
import datetime, random, time
time.sleep(2)
print(random.random(), random.Random().randint(1, 10**9), time.time(), time.monotonic())
print(datetime.datetime.now(), time.strftime('%H:%M:%S'))
'''
    first = engine(text).play('stay')
    assert first['ending'] == 'completed', first
    assert same(engine(text).play('stay'), first)


def test_what_was_printed_has_its_thread_and_its_stream(engine):
    told = engine('''
import sys, threading
def work():
    print('a', 1)
    print('to err', file=sys.stderr)
    sys.stdout.write('no end')
t = threading.Thread(target=work)
t.start()
t.join()
''').play('stay')
    assert [(line[0], *line[2:]) for line in told['lines']] == [
        (1, 'out', 'a 1'), (1, 'err', 'to err'), (1, 'out', 'no end')]


def test_policies_draw_as_in_java(exploring):
    assert exploring('plans').Random(0).next() == 0xE220A8397B1DCDAF
