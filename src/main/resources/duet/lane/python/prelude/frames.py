"""What a script sees of Duet in a traceback that it prints itself."""


def hide(traceback, filename):
    """Leaves the frames of a file out.

    traceback -- the module
    """
    summary = traceback.StackSummary
    plain = summary._extract_from_extended_frame_gen.__func__

    def extract(cls, frames, **options):
        seen = ((frame, place) for frame, place in frames if frame.f_code.co_filename != filename)
        return plain(cls, seen, **options)

    summary._extract_from_extended_frame_gen = classmethod(extract)
