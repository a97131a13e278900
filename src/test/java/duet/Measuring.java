package duet;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Isolated;

/// A class whose tests hold what a run measured against what its script did, by the clock: it has
/// the machine to itself. `-DexcludedGroups=measuring` leaves it out.
@Tag("measuring")
@Isolated
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface Measuring {}
