# differs: GraalPy looks for an open bracket first
def work(:
    pass
