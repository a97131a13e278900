# differs: GraalPy shows these values in its own way
import datetime
import re
import sys

print(re.match('a', 'a'), datetime.date(2024, 12, 30).isocalendar(), sys.getdefaultencoding())
