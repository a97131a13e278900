/// Two classes that GraalPy finds here instead of its own.
@NullMarked
package com.oracle.graal.python.runtime;

import org.jspecify.annotations.NullMarked;
