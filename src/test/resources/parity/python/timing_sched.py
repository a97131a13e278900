import sched
import time

scheduler = sched.scheduler(time.monotonic, time.sleep)
scheduler.enter(0.03, 1, print, ('third',))
scheduler.enter(0.01, 2, print, ('first',))
event = scheduler.enter(0.02, 1, print, ('never',))
scheduler.enter(0.02, 1, print, argument=('second',), kwargs={'sep': ''})
scheduler.cancel(event)
scheduler.run()
print(scheduler.empty())
