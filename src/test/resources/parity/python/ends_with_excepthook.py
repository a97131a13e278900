import sys

def hook(kind, error, trace):
    print('hook', kind.__name__, error, trace.tb_lineno)

sys.excepthook = hook
raise ValueError('told by the hook')
