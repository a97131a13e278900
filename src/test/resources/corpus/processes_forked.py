# expect: failed
# message: at processes_forked\.py:6: ValueError: .* cannot start processes by 'fork'
# never: java
import multiprocessing

context = multiprocessing.get_context('fork')
