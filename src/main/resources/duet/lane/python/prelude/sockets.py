"""Sockets that servers listen at."""


def change(socket):
    """Gives a server a free port when it asks for one, so that it can tell which. GraalPy chooses a
    port when the server begins to listen, and tells 0 until then.

    socket -- the module
    """
    Plain = socket.SocketType

    def bind(self, address, /):
        if self.type == socket.SOCK_STREAM and isinstance(address, tuple) and address[1:2] == (0,):
            with socket.socket(self.family, self.type) as probe:
                Plain.bind(probe, address)
                probe.listen(1)
                address = address[0], probe.getsockname()[1], *address[2:]
        return Plain.bind(self, address)

    socket.socket.bind = bind
