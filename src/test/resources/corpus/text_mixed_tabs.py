# expect: rejected
# message: text_mixed_tabs.py:\d+: (TabError|IndentationError)
if True:
	x = 1
        y = 2
