/// One class that GraalPy finds here instead of its own.
@NullMarked
package com.oracle.graal.python.nodes.util;

import org.jspecify.annotations.NullMarked;
