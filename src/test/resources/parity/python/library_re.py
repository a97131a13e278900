import re

text = 'Ada 1815-12-10, Alan 1912-06-23'
pattern = re.compile(r'(?P<name>\w+) (?P<year>\d{4})-(\d\d)')
print(pattern.findall(text), [m.groupdict() for m in pattern.finditer(text)])
print(re.sub(r'(\d+)-(\d+)', r'\2/\1', text), re.split(r'[, ]+', text), re.match('x', text))
print(pattern.search(text).span(), re.fullmatch(r'[a-zé]+', 'café', re.I).group(), re.escape('a.b*c'))
print(re.sub('a', lambda m: m[0].upper(), 'banana', count=2), re.findall('(?<=a)n(?=a)', 'banana'))
try:
    re.compile('(open')
except re.error as error:
    print(error)
