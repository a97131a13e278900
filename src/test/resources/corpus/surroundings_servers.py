# expect: completed
# prints: ^200 b'/a' 404$
# prints: ^\[b'/0', b'/1', b'/2'\]$
# prints: ^b'cba'$
# prints: ^\[b'A', b'B'\]$
import asyncio
import socketserver
import threading
import urllib.error
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socket import create_connection
from urllib.request import Request, urlopen


class Echo(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == '/missing':
            return self.send_error(404)
        self.send_response(200)
        self.end_headers()
        self.wfile.write(self.path.encode())

    def log_message(self, *args):
        pass


class Reversed(socketserver.StreamRequestHandler):
    def handle(self):
        self.wfile.write(self.rfile.readline().strip()[::-1])


def served(server):
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def read(url):
    with urlopen(Request(url, headers={'User-Agent': 'me'}), timeout=20) as response:
        return response.status, response.read()


with served(ThreadingHTTPServer(('127.0.0.1', 0), Echo)) as server:
    base = f'http://127.0.0.1:{server.server_port}/'
    try:
        read(base + 'missing')
    except urllib.error.HTTPError as error:
        print(*read(base + 'a'), error.code)
    with ThreadPoolExecutor(3) as pool:
        print(sorted(text for _, text in pool.map(read, [f'{base}{n}' for n in range(3)])))
    server.shutdown()

with served(socketserver.TCPServer(('localhost', 0), Reversed)) as server:
    with create_connection(server.server_address) as connection:
        connection.sendall(b'abc\n')
        print(connection.recv(10))
    server.shutdown()


async def upper(reader, writer):
    writer.write((await reader.readline()).strip().upper())
    writer.close()


async def ask(port, text):
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    writer.write(text + b'\n')
    answer = await reader.read()
    writer.close()
    return answer


async def main():
    async with await asyncio.start_server(upper, '127.0.0.1', 0) as server:
        port = server.sockets[0].getsockname()[1]
        print(await asyncio.gather(ask(port, b'a'), ask(port, b'b')))


asyncio.run(main())
