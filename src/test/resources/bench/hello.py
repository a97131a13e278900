import threading, time, queue, random
import concurrent.futures
print('first line')
