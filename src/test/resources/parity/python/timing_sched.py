import sched
import time

scheduler = sched.scheduler(time.monotonic, time.sleep)
scheduler.enter(0.9, 1, print, ('third',))
scheduler.enter(0.1, 2, print, ('first',))
event = scheduler.enter(0.4, 1, print, ('never',))
scheduler.enter(0.4, 1, print, argument=('second',), kwargs={'sep': ''})
scheduler.cancel(event)
scheduler.run()
print(scheduler.empty())
