"""Work with a stranger's template in a process of its own, bounded in time and memory.

The template may loop for ever or ask for more memory than there is; then the process ends, not
the caller. What comes back is plain data: never a pickle of what the process made.
"""

from __future__ import annotations

import base64
import json
import pickle
import subprocess
import sys
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
        done = subprocess.run(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-P", "-m", __name__],  # -P: nothing of the current folder
            input=pickle.dumps((function, arguments)),
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise InvalidTemplate(label, [_TOO_LONG]) from None
    if done.returncode:
        raise InvalidTemplate(label, [_TOO_MUCH])
    answer = json.loads(done.stdout)
    if "invalid" in answer:
        raise InvalidTemplate(label, [Text(*pair) for pair in answer["invalid"]])
    if "bytes" in answer:
        return base64.b64decode(answer["bytes"])
    return tuple(Text(*pair) for pair in answer["texts"])


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
    """Bound memory and processor time, where the system can."""
    try:
        import resource
    except ImportError:  # pragma: no cover - Windows bounds only the time, from outside
        return
    size = MEGABYTES * 1_000_000
    resource.setrlimit(resource.RLIMIT_AS, (size, size))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))


def _main() -> None:
    function, arguments = pickle.loads(sys.stdin.buffer.read())  # noqa: S301 - from our own parent
    _bound()
    deliver(json.dumps(_answer(function, arguments)))


if __name__ == "__main__":
    _main()
