# differs: GraalPy tells its own notice
copyright()
credits()
