# expect: failed
# prints: ^0$
# message: at processes_in_a_loop\.py:11: NotImplementedError: .*asyncio\.to_thread
# never: java
import asyncio
from asyncio.subprocess import PIPE


async def main():
    print(await (await asyncio.create_subprocess_exec('true')).wait())
    await asyncio.create_subprocess_exec('true', stdout=PIPE)


asyncio.run(main())
