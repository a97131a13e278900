print('before')
print('a character that XML has not: \x00 \x1b[31m and <tags> & "quotes"')
raise ValueError('as it must')
