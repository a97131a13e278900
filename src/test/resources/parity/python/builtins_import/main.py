import __main__
import helper

print(helper.kind, helper.same, __main__.__name__, helper.__name__)
