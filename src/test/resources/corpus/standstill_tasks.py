# expect: failed
# message: ^deadlock: each of these tasks waits for the next one
# message: task one +waited for task two to end at standstill_tasks\.py:16
# message: task two +waited for task one to end at standstill_tasks\.py:16
# message: main +waited .* for work for its event loop at standstill_tasks\.py:29
# message: asyncio_0 +waited .* for work for its pool
# message: task main +waited for task one to end at standstill_tasks\.py:26
# prints: ^a timer that was cancelled$
import asyncio

tasks = {}


async def wait_for(other):
    await asyncio.sleep(0.01)
    await tasks[other]


async def main():
    asyncio.get_running_loop().call_later(60, print, 'never').cancel()
    print('a timer that was cancelled')
    asyncio.current_task().set_name('main')
    for name, other in ('one', 'two'), ('two', 'one'):
        tasks[name] = asyncio.create_task(wait_for(other), name=name)
    await asyncio.get_running_loop().run_in_executor(None, print, 'its thread is idle now')
    await tasks['one']


asyncio.run(main())
