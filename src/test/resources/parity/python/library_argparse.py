import argparse

parser = argparse.ArgumentParser(prog='tool', description='A tool.')
parser.add_argument('files', nargs='*', help='files')
parser.add_argument('-n', '--number', type=int, default=3)
parser.add_argument('--loud', action='store_true')
print(parser.parse_args())
print(parser.parse_args(['a', '-n', '5', '--loud']))
parser.print_usage()
parser.parse_args(['--number', 'x'])
