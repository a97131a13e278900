package duet.lane.protocol;

/// A host's message with what it belongs to, as a JSON line has it.
///
/// @param scenario the scenario's name, empty where the line did not tell
/// @param lane the lane's id, empty where the line did not tell
public record Envelope(String scenario, String lane, HostMessage message) {}
