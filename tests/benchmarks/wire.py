"""Counts what a server sends: a door to it on another port, for a browser to go through."""

import asyncio
import threading


class Wire:
    """Passes everything on between a browser and a server of this machine.

    Attributes:
        address: for the browser.
        sent: bytes from the server so far, on all connections, as they were on the wire.
    """

    def __init__(self, server: str) -> None:
        self._port = int(server.rsplit(":", 1)[1])
        self.sent = 0
        self._loop = asyncio.new_event_loop()
        listening = self._loop.run_until_complete(asyncio.start_server(self._serve, "127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}"
        threading.Thread(target=self._loop.run_forever, daemon=True).start()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        from_server, to_server = await asyncio.open_connection("127.0.0.1", self._port)
        await asyncio.gather(self._pass(reader, to_server), self._pass(from_server, writer, counted=True))

    async def _pass(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, counted: bool = False) -> None:
        try:
            while some := await reader.read(65_536):
                self.sent += len(some) * counted
                writer.write(some)
                await writer.drain()
        except ConnectionError:
            pass  # one side has left: so does the other
        finally:
            writer.close()
