"""Documentation of the script."""
import os
import sys


def main(arguments=None):
    print(__doc__)
    print(arguments or sys.argv[1:], os.path.basename(sys.argv[0]), os.path.basename(__file__))
    print(sys.path[0] == os.path.dirname(os.path.abspath(__file__)))
    return 2


if __name__ == '__main__':
    sys.exit(main())
