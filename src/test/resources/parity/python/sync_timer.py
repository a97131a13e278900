import threading

timer = threading.Timer(0.02, print, args=['rang'], kwargs={'end': '!\n'})
timer.start()
timer.join()
other = threading.Timer(60, print, args=['never'])
other.start()
other.cancel()
other.join()
print('cancelled', other.finished.is_set())
