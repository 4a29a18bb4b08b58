"""What templates may name of a value and call: an allow-list by its type; everything else is refused.

The list of the records comes from outside (a `Vocabulary`); that of texts, dicts, loops and imported templates is here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import Undefined
from jinja2.environment import TemplateModule
from jinja2.runtime import LoopContext
from markupsafe import Markup

from generator.markup.templating import faults
from generator.markup.templating.faults import TemplateFault
from generator.markup.templating.limits import COMPUTED, METHOD, Budget
from generator.markup.templating.missing import is_missing
from generator.markup.templating.operations import LISTS, TEXTS, Operations
from generator.markup.templating.printing import DATES

Parameters = Mapping[str, tuple[type, ...]]
Vocabulary = Mapping[type, Mapping[str, Parameters | None]]
"""By type the names that a template may use of it: None for a value, for a method its parameters with their types."""

LOOP = ("index", "index0", "revindex", "revindex0", "first", "last", "length", "previtem", "nextitem", "cycle")
"""What `loop` has inside a `for`."""

TEXT_METHODS = (
    "count", "endswith", "isdecimal", "lstrip", "partition", "removeprefix", "removesuffix", "rpartition", "rsplit",
    "rstrip", "split", "startswith", "strip",
)  # fmt: skip
"""The methods of texts: none that makes a text longer."""

_COUNTING = ("count", "endswith", "isdecimal", "startswith")
"""Those that copy nothing of a text, and so may be asked of one of any length."""

DICT_METHODS = ("get", "items", "keys", "values")

_LONGEST_SET = 100
"""Characters that `strip` takes away; it looks for each in turn."""

_ALL_PARTS = (None, -1)
"""What `split` takes when it is given nothing: white space, and no limit."""

_NOT_LISTED: Any = object()
_PROPERTY: Any = object()


def _with_properties(record: type, names: Mapping[str, Parameters | None]) -> dict[str, Any]:
    """Return the names of a record, its properties marked."""
    return {name: _PROPERTY if isinstance(getattr(record, name, None), property) else names[name] for name in names}


def _has(kind: type, name: str) -> bool:
    """Return whether values of a type, or the fuller record that one is the view of, have something of a name."""
    fuller: list[type] = kind.__subclasses__() if hasattr(kind, "model_fields") else []
    return any(hasattr(each, name) or name in getattr(each, "model_fields", ()) for each in (kind, *fuller))


class TemplateCall:
    """Something that a template may call; nothing else can be."""

    __slots__ = ("function",)

    def __init__(self, function: Callable[..., Any]) -> None:
        self.function = function


class Access:
    """Reads attributes and members for the templates of one renderer."""

    def __init__(self, vocabulary: Vocabulary, operations: Operations, budget: Budget, undefined: type[Undefined]) -> None:
        self._operations = operations
        self._budget = budget
        self._undefined = undefined
        self._names: dict[type, Mapping[str, Any]] = {
            record: _with_properties(record, names) for record, names in vocabulary.items()
        }
        self._names[LoopContext] = dict.fromkeys(LOOP)
        self._computed: dict[tuple[str | int, ...], tuple[tuple[Any, ...], Any]] = {}

    def begin(self) -> None:
        """Forget what the rendering before has computed."""
        self._computed = {}

    def names(self, owner: object) -> list[str]:
        """Return the names that a template may use of a value."""
        if type(owner) in TEXTS:
            return [*TEXT_METHODS]
        if type(owner) is dict:
            return [*map(str, owner), *DICT_METHODS]
        if type(owner) is TemplateModule:
            return [name for name in vars(owner) if not name.startswith("_")]
        return [*self._names.get(type(owner), ())]

    def attribute(self, owner: Any, name: str) -> Any:
        """Read an attribute of a value: `owner.name`."""
        names = self._names.get(type(owner))
        if names is not None:
            parameters = names.get(name, _NOT_LISTED)
            if parameters is None:
                value = getattr(owner, name)
                return TemplateCall(value) if type(owner) is LoopContext and name == "cycle" else value
            if parameters is _PROPERTY:
                return self._property(owner, name)
            if parameters is not _NOT_LISTED:
                return self._method(owner, name, parameters)
        return self._other(owner, name)

    def _other(self, owner: Any, name: str) -> Any:
        if isinstance(owner, Undefined):
            raise faults.undefined(owner)
        if type(owner) is dict:
            if name in DICT_METHODS:
                return self._of_dict(owner, name)
            if name in owner:
                return owner[name]
        if type(owner) in TEXTS and name in TEXT_METHODS:
            return self._of_text(owner, name)
        if type(owner) is TemplateModule and not name.startswith("_") and name in vars(owner):
            return vars(owner)[name]
        if name.startswith("_") or _has(type(owner), name) or name in getattr(owner, "__dict__", ()):
            raise faults.forbidden(name, known=self.names(owner))
        return owner if is_missing(owner) else self._undefined(obj=owner, name=name)

    def member(self, owner: Any, key: Any) -> Any:
        """Read a member of a list or dict: `owner[key]`; with the name of an attribute that attribute."""
        if type(owner) is dict:
            key = self._operations.scalar(key)
            return owner[key] if key in owner else self._undefined(obj=owner, name=str(key))
        if isinstance(key, Undefined):
            raise faults.undefined(key)
        if type(owner) in TEXTS or type(owner) in LISTS:
            if type(key) is not int:
                raise TypeError("no place in a list")
            return owner[key] if -len(owner) <= key < len(owner) else self._undefined(obj=owner, name=str(key))
        if isinstance(key, str):
            return self.attribute(owner, str(key))
        if isinstance(owner, Undefined):
            raise faults.undefined(owner)
        if is_missing(owner):
            return owner
        raise TypeError(f"{type(owner).__name__} has no members")

    def _property(self, owner: Any, name: str) -> Any:
        """Read a property of a record, computed once in a rendering; a date is no record and is made again each time."""
        self._budget.work(COMPUTED)
        if type(owner) in DATES:
            return getattr(owner, name)
        return self._once((owner,), name, lambda: getattr(owner, name))

    def _method(self, owner: Any, name: str, parameters: Parameters) -> TemplateCall:
        """Call a method of a record, once in a rendering for the same arguments."""

        def call(*arguments: Any, **named: Any) -> Any:
            self._budget.work(METHOD)
            if len(arguments) > len(parameters):
                raise TypeError("too many arguments")
            given = {**dict(zip(parameters, arguments, strict=False)), **named}
            for argument, value in given.items():
                if not self._operations.argument(value, parameters[argument]):
                    return value  # what is asked of a fact not yet known is not known either
            return self._once((owner, *given.values()), f"{name} {' '.join(given)}", lambda: getattr(owner, name)(**given))

        return TemplateCall(call)

    def _once(self, values: tuple[Any, ...], what: str, compute: Callable[[], Any]) -> Any:
        """Return what was computed of these values before, or compute it; the values are kept, so their ids stay theirs."""
        key = (what, *(value if type(value) is str else id(value) for value in values))
        if key not in self._computed:
            self._computed[key] = (values, compute())
        return self._computed[key][1]

    def _of_text(self, text: str, name: str) -> TemplateCall:
        def call(*arguments: Any) -> Any:
            for value in arguments:
                if isinstance(value, Undefined):
                    raise faults.undefined(value)
                if type(value) not in (str, Markup, int, type(None)):
                    raise TypeError("no argument of a text")
                if name.endswith("strip") and len(value or "") > _LONGEST_SET:
                    raise TemplateFault("template-value-too-large")
            self._budget.work(len(text) >> 6)
            if name not in _COUNTING:
                self._budget.text(len(text))
            if not name.endswith("split"):
                return getattr(text, name)(*arguments)
            given: list[Any] = [*arguments, *_ALL_PARTS[len(arguments) :]]
            separator, most = given
            longest = self._budget.limits.items
            parts = getattr(text, name)(separator, most if 0 <= most < longest else longest)
            self._budget.items(len(parts))
            return parts

        return TemplateCall(call)

    def _of_dict(self, owner: dict[Any, Any], name: str) -> TemplateCall:
        def get(key: Any, default: Any = None) -> Any:
            return owner.get(self._operations.scalar(key), default)

        return TemplateCall(get if name == "get" else getattr(owner, name))
