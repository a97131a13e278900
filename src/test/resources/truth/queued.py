# thread consumer: wait 0.3
# thread producer: sleep 0.6
# thread main: join 0.6, wait 0
import queue
import threading
import time

box = queue.Queue()


def consume():
    print('got', box.get(), box.get())


def produce():
    for item in 'ab':
        time.sleep(0.3)
        box.put(item)


consumer = threading.Thread(target=consume, name='consumer')
producer = threading.Thread(target=produce, name='producer')
consumer.start()
producer.start()
producer.join()
consumer.join()
