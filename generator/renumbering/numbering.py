"""Gives everything that is counted in a contract its right number, as the program counts when it makes one.

Articles are counted through the document and anew in an annex; clauses in their article, by levels; notes in their article,
those of its clauses too, and one alone has no number; annexes, tables and figures through the document; items in their list.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from generator.inspection.package import W, value
from generator.renumbering.spelling import ORDERS
from generator.renumbering.structure import Contract, Numbered, counted


def run(contract: Contract) -> None:
    """Set the right number of each thing."""
    _articles(contract)
    _clauses(contract)
    _notes(contract)
    for kind in ("annex", "table", "figure"):
        for count, thing in enumerate(contract.of(kind), 1):
            thing.new = (count,)
    for items in _lists([each for each in contract.things if each.typed or each.kind != "item"], contract.breaks):
        _items(items, contract.text.named)
    _counted_by_word(contract)


def _articles(contract: Contract) -> None:
    count, annex = 0, None
    for article in contract.of("article"):
        if article.annex is not annex:
            annex = article.annex
            # An annex whose articles went on from those before it had no «ماده ۱» of its own.
            count = count if article.old is not None and article.old > (1,) and article.old == (count + 1,) else 0
        count += 1
        article.new = (count,)


def _clauses(contract: Contract) -> None:
    counts: list[int] = []
    around: tuple[object, object] | None = None
    for clause in contract.of("clause"):
        place = (clause.annex, clause.article)
        if around is None or place[0] is not around[0] or place[1] is not around[1]:
            counts, around = [], place
        above = clause.article.new if clause.article else ()
        parts = len(clause.old) if clause.old else 0
        depth = min(max(parts - len(above), 1), len(counts) + 1) if parts else len(counts) or 1
        counts[depth:] = []
        if len(counts) < depth:
            counts.append(0)
        counts[-1] += 1
        clause.new = (*above, *counts)


def _notes(contract: Contract) -> None:
    notes = [each for each in contract.of("note") if each.article is not None]
    of_article = Counter(id(each.article) for each in notes)
    counted: Counter[int] = Counter()
    for note in notes:
        counted[id(note.article)] += 1
        note.new = (counted[id(note.article)],) if of_article[id(note.article)] > 1 else ()
    for note in contract.of("note"):
        if note.article is None:
            note.new = note.old or ()


def _lists(things: Sequence[Numbered], breaks: Sequence[int]) -> Iterator[list[Numbered]]:
    """Yield the lists: items of one kind and indent with nothing counted between them; a new one begins at a first mark."""
    open_lists: dict[tuple[str, str], list[Numbered]] = {}
    before = 0
    for at, thing in enumerate(things):
        if thing.kind != "item" or any(before < each < thing.line.number for each in breaks):
            yield from open_lists.values()
            open_lists = {}
        before = thing.line.number
        if thing.kind != "item":
            continue
        key = ("letter" if thing.letter else "number", _indent(thing))
        items = open_lists.get(key, [])
        if items and _is_first(thing) and not _is_first(items[-1]) and _goes_on(thing, things[at + 1 :]):
            yield items
            items = []
        open_lists[key] = [*items, thing]
        for other in [each for each in open_lists if each != key and _depth(each[1]) > _depth(key[1])]:
            yield open_lists.pop(other)
    yield from open_lists.values()


def _indent(thing: Numbered) -> str:
    indent = thing.line.paragraph.find(f"{W}pPr/{W}ind")
    return value(indent, "left") or value(indent, "start")


def _depth(indent: str) -> int:
    return int(indent) if indent.isdecimal() and len(indent) < 6 else 0


def _is_first(thing: Numbered) -> bool:
    return thing.letter == ORDERS[0][0] if thing.letter else thing.old == (1,)


def _goes_on(first: Numbered, after: Sequence[Numbered]) -> bool:
    following = after[0] if after and after[0].kind == "item" else None
    return following is not None and (following.letter == ORDERS[0][1] if first.letter else following.old == (2,))


def _items(items: Sequence[Numbered], named: Collection[int]) -> None:
    if not items[0].letter:
        for count, item in enumerate(items, 1):
            item.new = (count,)
        return
    order = max(ORDERS, key=lambda each: _steps(items, each))
    for count, item in enumerate(items):
        # One alone that somebody typed may be quoted; more than an order has letters for nobody writes.
        keeps = (len(items) == 1 and item.line.number not in named) or count >= len(order)
        item.new = () if keeps else (count + 1,)
        item.order = order


def _counted_by_word(contract: Contract) -> None:
    """Count the items that Word counts too, since what refers to them is typed."""
    counts: Counter[tuple[str, str] | None] = Counter()
    for item in contract.of("item"):
        if not item.typed:
            place = counted(item.line)
            counts[place] += 1
            item.new = (counts[place],)


def _steps(items: Sequence[Numbered], order: Sequence[str]) -> int:
    places = [order.index(item.letter) if item.letter in order else -2 for item in items]
    return sum(second - first == 1 for first, second in pairwise(places))
