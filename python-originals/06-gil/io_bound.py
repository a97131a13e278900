# Eight slow requests over a socket, divided among N threads: waiting for I/O gives up the GIL.
# Run it: python3 python-originals/06-gil/io_bound.py [threads, 2 by default]

# %% ours: the notebook explains that I/O gives up the GIL and has no experiment about it
import socket
import sys
import threading
from time import sleep

REQUESTS = 8


def say(text):
    print(text + '\n', end='')  # in one piece: print() writes the end of the line separately


def serve(server):
    for _ in range(REQUESTS):
        connection, _ = server.accept()
        threading.Thread(target=answer, args=(connection,)).start()


def answer(connection):
    with connection:
        request = connection.recv(100).decode()
        sleep(0.4)  # the far end takes its time
        connection.sendall(f'answer to {request}'.encode())


def ask(address, number, threads):
    for request in range(number, REQUESTS + 1, threads):
        with socket.create_connection(address) as connection:
            connection.sendall(f'request {request}'.encode())
            say(f'thread {number}: {connection.recv(100).decode()}')


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2
    with socket.create_server(('127.0.0.1', 0)) as server:
        threading.Thread(target=serve, args=(server,)).start()
        address = server.getsockname()
        threads = [
            threading.Thread(target=ask, args=(address, n, count)) for n in range(1, count + 1)
        ]
        for t in threads:
            t.start()
        for t in threads:
            t.join()
    print('all DONE')


main()
