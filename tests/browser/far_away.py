"""A server that is far away: what goes to it and what comes back takes its time."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit


@contextmanager
def far_away(server: str, seconds: float) -> Iterator[str]:
    """Give the address of a server on loopback as one that takes so long each way."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    listening = asyncio.run_coroutine_threadsafe(_listen(server, seconds), loop).result()
    try:
        yield f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}"
    finally:
        asyncio.run_coroutine_threadsafe(_end(listening), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def _listen(server: str, seconds: float) -> asyncio.Server:
    place = urlsplit(server)

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there_reader, there_writer = await asyncio.open_connection(place.hostname, place.port)
        try:
            await asyncio.gather(
                _carry(reader, there_writer, seconds), _carry(there_reader, writer, seconds)
            )
        except asyncio.CancelledError:
            pass  # the end, of which nobody need hear
        finally:
            writer.transport.abort()
            there_writer.transport.abort()

    return await asyncio.start_server(serve, "127.0.0.1", 0)


async def _carry(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, seconds: float
) -> None:
    """Carry bytes on, each so much later, as many as come."""
    loop = asyncio.get_running_loop()
    on_the_way: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()

    async def open_from_link() -> None:
        arrival, some = await on_the_way.get()
        while some:
            await asyncio.sleep(arrival - loop.time())
            writer.write(some)
            await writer.drain()
            arrival, some = await on_the_way.get()
        writer.close()

    arriving = asyncio.create_task(open_from_link())
    try:
        while some := await reader.read(65536):
            on_the_way.put_nowait((loop.time() + seconds, some))
    except ConnectionError:
        pass
    on_the_way.put_nowait((0, b""))
    await asyncio.gather(arriving, return_exceptions=True)


async def _end(listening: asyncio.Server) -> None:
    listening.close()
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
    await asyncio.sleep(0)  # until what was aborted is closed
