"""A mail server that keeps nothing but a line for each mail: `python -m tests.bench.smtp_sink PORT FILE`."""

import asyncio
import re
import sys
from contextlib import suppress
from typing import TextIO

MESSAGE_ID = re.compile(rb"(?im)^Message-ID:\s*(\S+)")
ANSWERS = {b"EHLO": b"250 sink", b"HELO": b"250 sink", b"MAIL": b"250 OK", b"RCPT": b"250 OK", b"RSET": b"250 OK", b"NOOP": b"250 OK"}


async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, log: TextIO) -> None:
    """One connection: each accepted mail is a line `recipient Message-ID`, written before the mail is acknowledged."""
    recipient = b""
    writer.write(b"220 sink\r\n")
    while line := await reader.readline():
        command = line[:4].upper()
        if command == b"QUIT":
            break
        if command == b"RCPT":
            recipient = line[line.find(b"<") + 1 : line.rfind(b">")]
        if command == b"DATA":
            writer.write(b"354 go on\r\n")
            body = await reader.readuntil(b"\r\n.\r\n")
            found = MESSAGE_ID.search(body)
            log.write(f"{recipient.decode()} {found[1].decode() if found else '-'}\n")
            log.flush()
            writer.write(b"250 OK\r\n")
        else:
            writer.write(ANSWERS.get(command, b"500 what?") + b"\r\n")
    writer.close()


async def listen(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, log: TextIO) -> None:
    """The same, when the sender may be killed in the middle of it."""
    with suppress(ConnectionError, asyncio.IncompleteReadError):
        await talk(reader, writer, log)


async def serve(port: int, path: str) -> None:
    """Until the process is ended."""
    with open(path, "w", encoding="ascii") as log:
        server = await asyncio.start_server(lambda reader, writer: listen(reader, writer, log), "127.0.0.1", port, limit=2**22)
        async with server:
            await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1]), sys.argv[2]))
