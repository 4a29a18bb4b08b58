"""The Persian sentences about problems, a module a record or subject: code -> (severity letter, sentence, hint).

The letters: E an error, G a gap, W a warning, S a warning that stands: of the published plan, true and nobody's to mend.
The sentence of a rule is in the module of the record that it judges, in `records` when several records share it.
"""

from generator.problems.sentences import (
    approvals,
    catalogues,
    charts,
    command,
    contracts,
    correspondence,
    files,
    finals,
    groups,
    inquiries,
    inspection,
    looks,
    machine,
    maps,
    markup,
    menu,
    neighbourhoods,
    order,
    output,
    payments,
    plans,
    records,
    register,
    renumbering,
    reports,
    settings,
    templates,
    texts,
    values,
    watching,
    yaml,
)

Group = dict[str, tuple[str, str, str]]

MODULES = (
    yaml, values, records, files, texts,
    catalogues, neighbourhoods, approvals, contracts, payments, groups, correspondence, plans, reports, inquiries, order,
    finals, register,
    templates, markup, charts, maps, looks,
    command, menu, watching, settings, output, inspection, renumbering, machine,
)  # fmt: skip

ALL: tuple[Group, ...] = tuple(module.SENTENCES for module in MODULES)
