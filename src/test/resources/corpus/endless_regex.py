# expect: timed_out
# timeout: 1500ms
import re

print(re.match(r'(a|aa)+\1$', 'a' * 60 + 'b'))
