# What a script tries in the sandbox, and should not get. Arguments: the secret, a file outside, the
# user's home folder, a port that is open on this machine, the folder of Duet.
import os
import socket
import subprocess
import sys

secret, outside, home, port, duet = sys.argv[1:]


def attempt(what, trial):
    try:
        got = trial()
    except BaseException as e:
        print('denied: ' + what + ': ' + ascii(e))
    else:
        print('got in: ' + what + ': ' + ascii(got))


def found(text):
    if secret not in text:
        raise ValueError('it is not there')
    return text


def read(path):
    with open(path, 'rb') as file:
        return file.read(20)


def write(path):
    with open(path, 'w') as file:
        return file.write('x')


def linked(path):
    os.symlink(path, '/scratch/link')
    return read('/scratch/link')


def filled():
    written = 0
    for folder in '/scratch', '/tmp', '/dev/shm', '/dev', '/', '/run', '/var/tmp':
        try:
            with open(folder + '/big', 'wb', buffering=0) as file:
                for _ in range(200):
                    written += file.write(bytes(1 << 20))
        except OSError:
            pass
    if written <= 65 << 20:
        raise ValueError('only ' + str(written))
    return written


beside = os.path.dirname(outside)
attempt('read a file outside', lambda: read(outside))
attempt('read a file outside by another path', lambda: read('/scratch/..' + outside))
attempt('read a file beside a link', lambda: linked(outside))
attempt('read the password file', lambda: read('/etc/passwd'))
attempt('read the Java runtime', lambda: read('/usr/lib/os-release'))
attempt("read Duet's sources", lambda: read(duet + '/pom.xml'))
attempt('read the first process', lambda: read('/proc/1/environ'))
attempt('read the own process', lambda: read('/proc/self/maps'))
attempt('read the own memory', lambda: read('/proc/self/mem'))
attempt('read from Duet', lambda: read('/dev/fd/3'))
attempt('read from Duet by /proc', lambda: read('/proc/self/fd/3'))
attempt('list the home folder', lambda: os.listdir(home))
attempt('list the root', lambda: os.listdir('/'))
attempt('list /proc', lambda: os.listdir('/proc'))
attempt('list /sys', lambda: os.listdir('/sys'))
for path in (beside + '/new.txt', '/usr/lib/duet', '/duet', '/dev/duet', '/dev/shm/duet', '/tmp/duet',
             '/etc/duet', duet + '/target/duet/duet', beside + '/attempts.py', '/proc/self/mem',
             '/proc/sys/kernel/core_pattern', '/proc/sysrq-trigger', '/dev/fd/4', '/proc/self/fd/4'):
    attempt('write ' + path, lambda: write(path))
attempt('delete the script', lambda: os.remove(beside + '/attempts.py'))
attempt('rename the script', lambda: os.rename(beside + '/attempts.py', '/scratch/a.py'))
attempt('move a file out', lambda: (write('/scratch/b'), os.rename('/scratch/b', beside + '/b')))
attempt('link to a folder outside', lambda: (os.symlink('/proc', '/scratch/p'), os.listdir('/scratch/p')))
attempt('link a file', lambda: os.link(outside, '/scratch/hard'))
attempt('make a pipe of files', lambda: os.mkfifo('/scratch/fifo'))
attempt('fill more than 65 MiB', filled)
attempt('find the secret in the environment', lambda: found(str(os.environ)))
attempt('connect to this machine', lambda: socket.create_connection(('127.0.0.1', int(port)), 2))
attempt('connect to the world', lambda: socket.create_connection(('1.1.1.1', 80), 2))
attempt('listen', lambda: socket.create_server(('127.0.0.1', 0)))
attempt('send a datagram', lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', 9)))
attempt('make a Unix socket', lambda: socket.socket(socket.AF_UNIX).bind('/scratch/socket'))
attempt('ask for a name', lambda: socket.gethostbyname('example.org'))
attempt('run a program', lambda: subprocess.run(['/bin/true']))
attempt('run a shell', lambda: os.system('true') == 0 or int('it did not start'))
attempt('start python', lambda: subprocess.run([sys.executable, '-c', '']))
attempt('fork', lambda: os.fork())
attempt('become a shell', lambda: os.execv('/bin/sh', ['sh']))
attempt('spawn a program', lambda: os.posix_spawn('/bin/true', ['true'], {}))
attempt('kill the first process', lambda: os.kill(1, 9))
attempt('be root', lambda: os.setuid(0))
attempt('change the root', lambda: os.chroot('/scratch'))
attempt('reach Java', lambda: __import__('java').type('java.lang.Runtime'))
attempt('reach another language', lambda: __import__('polyglot').eval(language='js', string='1'))
attempt('reach the C library', lambda: __import__('ctypes').CDLL(None).getpid())
