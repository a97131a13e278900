from concurrent.futures import Future, InvalidStateError, ThreadPoolExecutor

def told(future):
    print('callback', future.result())

with ThreadPoolExecutor(1) as pool:
    pool.submit(sum, [1, 2]).add_done_callback(told)
made = Future()
made.set_result(1)
try:
    made.set_result(2)
except InvalidStateError as error:
    print(str(error).split(':')[0])
made.add_done_callback(lambda future: print('at once', future.result()))
