"""ES modules as one classic script, for pages opened from a disk, where browsers load no modules.

It knows the forms this project writes, one on a line: `import { a, b as c } from "./x.js";`, `export` before a
declaration, and `import("./x.js")`. A module becomes a function that returns what it exports.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from posixpath import dirname, join, normpath

_IMPORT = re.compile(r'^import \{([^}]*)\} from "(\.[^"]*)";$', re.MULTILINE)
_DYNAMIC = re.compile(r'(?<=[\s(])import\("(\.[^"]*)"\)(?!\.)')
_EXPORT = re.compile(r"^export ((?:async )?(?:function\*?|class|const|let) (\w+))", re.MULTILINE)
_LEFT = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)


class BundleError(ValueError):
    """A module uses a form that is not known here, or modules import one another in a circle."""


@dataclass(slots=True)
class _Bundle:
    read: Callable[[str], str]
    names: dict[str, str] = field(default_factory=dict)
    """Address of a module that was put in -> its name in the script."""
    open: list[str] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)

    def add(self, address: str) -> str:
        """The name of a module in the script; it is put in with all it imports, once."""
        if address in self.names:
            return self.names[address]
        if address in self.open:
            raise BundleError(f"{' -> '.join([*self.open, address])}: modules import one another")
        self.open.append(address)
        folder = dirname(address)
        text = _IMPORT.sub(lambda found: self._taken(found[1], normpath(join(folder, found[2]))), self.read(address))
        text = _DYNAMIC.sub(lambda found: f"Promise.resolve({self.add(normpath(join(folder, found[1])))})", text)
        exported = [found[2] for found in _EXPORT.finditer(text)]
        text = _EXPORT.sub(r"\1", text)
        if left := _LEFT.search(text):
            raise BundleError(f"{address}: “{left[0]}” is a form the offline copy cannot take over")
        self.open.pop()
        if not self.open:
            self.parts.append(f"// {address}\n(async () => {{\n{text}}})();\n")
            return ""
        name = self.names[address] = f"module{len(self.names)}"
        self.parts.append(
            f"// {address}\nconst {name} = (() => {{\n{text}return {{ {', '.join(exported)} }};\n}})();\n"
        )
        return name

    def _taken(self, names: str, address: str) -> str:
        return f"const {{{names.replace(' as ', ': ')}}} = {self.add(address)};"


def bundle(entry: str, read: Callable[[str], str]) -> str:
    """A classic script that does what the module at the address `entry` does; it may wait at its top level.

    `read` gives the text of a module by its address. Raises BundleError, and whatever `read` raises.
    """
    made = _Bundle(read)
    made.add(entry)
    return "".join(["(() => {\n", *made.parts, "})();\n"])
