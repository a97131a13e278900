# expect: completed
# lines: 4
# prints: ^שלום ‮!$
# prints: ^é
print('\u05e9\u05dc\u05d5\u05dd \u202e!')
print('e\u0301\u0301\u0301\u0301 z\u0335')
print('\U0001f468\u200d\U0001f469\u200d\U0001f467')
print('end')
