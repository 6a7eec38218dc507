"""Why a document cannot be rendered."""

from __future__ import annotations

from dealer_roles.values.errors import DealerRolesError, ProblemsOfAFile
from dealer_roles.values.text import Text


class InvalidTemplate(ProblemsOfAFile, DealerRolesError, ValueError):
    """A template that cannot be used; ``problems`` names all that is wrong with it."""


class UnreadableDocument(DealerRolesError, ValueError):
    """A document that stands where one should be written, and whose notes cannot be kept.

    Attributes:
        file: The document; it was left alone.
        why: Why it cannot be read.
    """

    def __init__(self, file: str, why: Text) -> None:
        self.file = file
        self.why = why
        super().__init__()

    @property
    def message(self) -> Text:
        """Which document, why, and what to do."""
        return Text(
            f"{self.file}: {self.why.get('zh')}；文件未改动，请先修复或移走",
            f"{self.file}: {self.why.get('en')}; it was left alone, mend it or move it away",
        )


class MissingFont(DealerRolesError, OSError):
    """No installed font has characters of the document.

    Attributes:
        characters: Characters that cannot be set, as far as they are known.
    """

    def __init__(self, characters: str = "") -> None:
        self.characters = characters
        super().__init__()

    @property
    def message(self) -> Text:
        """What cannot be set, and where fonts come from."""
        shown = " ".join(dict.fromkeys(self.characters))
        return Text(
            f"本机没有能显示这些字符的字体：{shown or '中文'}。中文字体随 pip install "
            "'dealer-roles[pdf]' 安装；其他字体由系统提供（Debian、Ubuntu：apt install "
            "fonts-noto-cjk fonts-noto-color-emoji）",
            f"no font on this computer has: {shown or 'Chinese'}. Chinese comes with: pip install "
            "'dealer-roles[pdf]'; other fonts with the system (Debian, Ubuntu: apt install "
            "fonts-noto-cjk fonts-noto-color-emoji)",
        )
