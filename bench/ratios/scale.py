"""How a province grows: processor time a document, and what planning and keys of the whole take, by neighbourhoods."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.performance import neighbourhoods
from bench.performance.fresh import ROOT, FailedError

COUNTS = (66, 660, 2_700)
DRAWN = 200
"""Documents that are made of each province, drawn by a seed."""

_JOB = """\
import gc, json, pickle, random, resource, sys, time
from pathlib import Path
from generator.build.document import DocumentBuilder
from generator.build.keying import Keys
from generator.build.pipeline import Selection
from generator.build.provincial import places
from generator.build.project import Folders, Project, open_store
from generator.build.workers import make, prepared
from generator.cli.app import NEW_OBJECTS

gc.set_threshold(NEW_OBJECTS)

def used():
    return time.process_time()

folders = Folders.under(Path.cwd())
store = open_store(folders)
begun = used()
project = Project.read(folders, None, store)
reading = used() - begun
store.commit()
planner = project.planner
begun = used()
planned = [each for place in places(planner.workspace) for each in planner.of_place(place).documents]
planned += planner.of_province(with_samples=True).documents
planning = used() - begun
store.commit()
builder = DocumentBuilder.of(project, project.style, Selection())
keys = Keys(project, planner.workspace, project.style, builder, False)
begun = used()
for each in planned:
    keys.of(each, {})
keying = used() - begun
whole = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
made = 0.0
draw, of_kinds = random.Random(int(sys.argv[1])), {}
for each in planned:
    of_kinds.setdefault(each.kind.id, []).append(each)
share = int(sys.argv[2]) / len(planned)
# Of each kind its share, so that provinces of different sizes are compared by the same papers.
drawn = [one for every in of_kinds.values() for one in draw.sample(every, round(share * len(every)))]
if drawn:
    common = prepared(pickle.dumps((builder, ("docx", "pdf"), False)))
    make(common, planner.subject(drawn[0]))
    begun = used()
    for each in drawn:
        make(common, planner.subject(each))
    made = (used() - begun) / len(drawn)
store.close()
held = sum(1 for _ in places(planner.workspace))
said = {"neighbourhoods": held, "documents": len(planned), "reading": reading, "planning": planning}
said |= {"keys": keying, "memory": whole, "made": made}
print(json.dumps(said))
"""


def measured(folder: Path, counts: Sequence[int] = COUNTS) -> str:
    """Return a table, a row for each number of neighbourhoods; the projects are made in a folder."""
    rows = [("neighbourhoods", "documents", "reading, cold", "reading, warm", "planning", "keys", "memory, MB", "a document")]
    rows.append(("---",) * len(rows[0]))
    for count in counts:
        project = folder / str(count)
        if not project.exists():
            neighbourhoods.make(ROOT, project, count)
        cold, warm = _run(project, 0), _run(project, DRAWN)
        if warm["neighbourhoods"] != count:
            raise FailedError(f"{project} has {warm['neighbourhoods']:.0f} neighbourhoods without an error, not {count}")
        seconds = (cold["reading"], warm["reading"], warm["planning"], warm["keys"])
        cells = (f"{count:,}", f"{warm['documents']:,.0f}", *(f"{each:.2f}" for each in seconds))
        rows.append((*cells, f"{warm['memory'] / 1e6:.0f}", f"{warm['made']:.3f}"))
        print(*rows[-1], file=sys.stderr, flush=True)
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _run(project: Path, drawn: int) -> dict[str, float]:
    command = [sys.executable, "-c", _JOB, "1404", str(drawn)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise FailedError(done.stderr[-2000:])
    found: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    return found
