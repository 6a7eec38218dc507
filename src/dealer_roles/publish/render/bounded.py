"""Work with a stranger's template in a process of its own, bounded in time and memory.

The template may loop for ever or ask for more memory than there is; then the process ends, not
the caller. It is kept for the next call, since to start one takes longer than most calls. What
comes back is plain data: never a pickle of what the process made.
"""

from __future__ import annotations

import atexit
import base64
import json
import math
import os
import pickle
import subprocess
import sys
import threading
import time
from contextlib import suppress
from importlib import import_module
from typing import Any

from dealer_roles.output.screen import deliver
from dealer_roles.publish.render.errors import InvalidTemplate
from dealer_roles.values.text import Text

SECONDS = 20
MEGABYTES = 1_500
_TOO_LONG = Text(
    f"处理超过 {SECONDS} 秒；请检查模板中的循环",
    f"it takes longer than {SECONDS} seconds; look at the loops of the template",
)
_TOO_MUCH = Text(
    f"需要的内存超过 {MEGABYTES} MB，或进程异常结束；请检查模板",
    f"it needs more than {MEGABYTES} MB of memory, or broke the process; look at the template",
)


def bounded(function: str, label: str, *arguments: Any) -> Any:
    """Return what a function of ours gives for a template: bytes, or texts.

    Args:
        function: Its place: ``package.module:name``.
        label: What messages call the template.
        arguments: What it is called with; our own values and the template's bytes.

    Raises:
        InvalidTemplate: The template is refused, or needs too much time or memory.
    """
    try:
        line = _ASIDE.answer(pickle.dumps((function, arguments)))
    except TimeoutError:
        raise InvalidTemplate(label, [_TOO_LONG]) from None
    if not line:
        raise InvalidTemplate(label, [_TOO_MUCH])
    answer = json.loads(line)
    if "invalid" in answer:
        raise InvalidTemplate(label, [Text(*pair) for pair in answer["invalid"]])
    if "bytes" in answer:
        return base64.b64decode(answer["bytes"])
    return tuple(Text(*pair) for pair in answer["texts"])


class _Aside:
    """A process that answers one call after another, until a call breaks it."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._parent = 0
        self._one_at_a_time = threading.Lock()

    def answer(self, request: bytes) -> bytes:
        """Return the line that answers a request; an empty one where the call broke the process.

        Raises:
            TimeoutError: The call took too long; its process is gone.
        """
        with self._one_at_a_time:
            process = self._process
            if process and process.poll() is None and self._parent == os.getpid():
                # Earlier calls may have used up what this one needs: a new process decides.
                return _asked(process, request) or _asked(self._begun(), request)
            return _asked(self._begun(), request)

    def _begun(self) -> subprocess.Popen[bytes]:
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-P", "-m", __name__],  # -P: nothing of the current folder
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._parent = os.getpid()
        return self._process

    def end(self) -> None:
        """Let the process end, which it does by itself where its parent is gone."""
        if self._process and self._parent == os.getpid():
            _ended(self._process)
        self._process = None


def _asked(process: subprocess.Popen[bytes], request: bytes) -> bytes:
    if process.stdin is None or process.stdout is None:
        raise AssertionError("the process has pipes")
    late = threading.Event()

    def stop() -> None:
        late.set()
        process.kill()

    clock = threading.Timer(SECONDS, stop)
    clock.start()
    try:
        with suppress(BrokenPipeError):
            process.stdin.write(request)
            process.stdin.flush()
        line = process.stdout.readline()
    finally:
        clock.cancel()
    if not line.endswith(b"\n"):
        _ended(process)
        if late.is_set():
            raise TimeoutError
        return b""
    return line


def _ended(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.communicate()


_ASIDE = _Aside()


@atexit.register
def end() -> None:
    """End the process that is kept; the next call begins another."""
    _ASIDE.end()


def _answer(function: str, arguments: tuple[Any, ...]) -> dict[str, Any]:
    module, _, name = function.partition(":")
    try:
        made = getattr(import_module(module), name)(*arguments)
    except InvalidTemplate as error:
        return {"invalid": [[p.zh, p.en] for p in error.problems]}
    except RecursionError:
        return {"invalid": [["标签嵌套过深", "its tags nest too deep"]]}
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever a broken file makes a library raise
        kind = type(error).__name__
        return {"invalid": [[f"文件已损坏（{kind}）", f"the file is damaged ({kind})"]]}
    if isinstance(made, bytes):
        return {"bytes": base64.b64encode(made).decode()}
    return {"texts": [[text.zh, text.en] for text in made]}


def _bound() -> None:
    """Bound the memory and the processor time of the next call, where the system can."""
    try:
        import resource
    except ImportError:  # pragma: no cover - Windows bounds only the time, from outside
        return
    size = MEGABYTES * 1_000_000
    resource.setrlimit(resource.RLIMIT_AS, (size, size))
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(time.process_time()) + SECONDS, most))


def _main() -> None:
    with suppress(EOFError):
        while True:
            function, arguments = pickle.load(sys.stdin.buffer)  # noqa: S301 - from our own parent
            _bound()
            deliver(json.dumps(_answer(function, arguments)) + "\n")


if __name__ == "__main__":
    _main()
