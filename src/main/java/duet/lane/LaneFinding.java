package duet.lane;

import java.util.Optional;

/// Something that a lane needs or uses, and whether it was found.
///
/// @param what it is called, in a word
/// @param found what was found; empty where it was not
/// @param needed whether the lane plays nothing without it
/// @param remedy what to do where it was not found, or what follows from that; sentences
public record LaneFinding(String what, Optional<String> found, boolean needed, String remedy) {}
