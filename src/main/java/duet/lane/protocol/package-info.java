/// What Duet and its hosts share: messages, orders, their text form, exit statuses and file
/// descriptors.
@NullMarked
package duet.lane.protocol;

import org.jspecify.annotations.NullMarked;
